import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeAt, scalarAt } from '../../src/frontMatter/parse.ts'
import { patchFrontMatter } from '../../src/frontMatter/patch.ts'
import type { NumberedBlock } from '../../src/frontMatter/types.ts'
import { format, read } from './files.ts'

const block = (number: number, name: string): string =>
  `link${number}:\n    id: ${name}\n    title: >-\n        About ${name}\n    url: /${name}\n`

const added = (name: string): NumberedBlock => ({
  entries: [
    ['id', name],
    ['title', `About ${name}`],
    ['url', `/${name}`],
  ],
})

const file = (...blocks: string[]): string => `---\nid: 1\n${blocks.join('')}\n---\n\n&nbsp;`

const patched = (text: string, blocks: NumberedBlock[]): string =>
  patchFrontMatter(read(text), [{ kind: 'blocks', prefix: 'link', blocks }], format)

const three = file(block(1, 'a'), block(2, 'b'), block(3, 'c'))

describe('blocks', () => {
  it.each<[string, string, NumberedBlock[], string]>([
    ['keeps all', three, [{ keep: 1 }, { keep: 2 }, { keep: 3 }], three],
    ['adds the first', file(), [added('a')], file(block(1, 'a'))],
    ['adds at the end', file(block(1, 'a')), [{ keep: 1 }, added('b')], file(block(1, 'a'), block(2, 'b'))],
    ['adds at the front', file(block(1, 'a')), [added('b'), { keep: 1 }], file(block(1, 'b'), block(2, 'a'))],
    ['removes the last', three, [{ keep: 1 }, { keep: 2 }], file(block(1, 'a'), block(2, 'b'))],
    ['removes the first', three, [{ keep: 2 }, { keep: 3 }], file(block(1, 'b'), block(2, 'c'))],
    ['removes all', three, [], file()],
    ['replaces all', three, [added('x')], file(block(1, 'x'))],
    [
      'reorders',
      three,
      [{ keep: 3 }, { keep: 1 }, { keep: 2 }],
      file(block(1, 'c'), block(2, 'a'), block(3, 'b')),
    ],
    [
      'replaces one',
      three,
      [{ keep: 1 }, added('x'), { keep: 3 }],
      file(block(1, 'a'), block(2, 'x'), block(3, 'c')),
    ],
    [
      'closes gaps',
      file(block(2, 'a'), block(7, 'b')),
      [{ keep: 2 }, { keep: 7 }, added('c')],
      file(block(1, 'a'), block(2, 'b'), block(3, 'c')),
    ],
    [
      'finds blocks by their number, in any order',
      file(block(2, 'b'), block(1, 'a')),
      [{ keep: 1 }, { keep: 2 }, added('c')],
      file(block(2, 'b'), block(1, 'a'), block(3, 'c')),
    ],
    [
      'keeps the source of a block, its quoted key and the text in between',
      file(block(1, 'a'), '# two\n', "'link2': {id: x} # odd\n", 'other: y\n', block(3, 'c')),
      [{ keep: 2 }, { keep: 3 }],
      file('# two\n', "'link1': {id: x} # odd\n", 'other: y\n', block(2, 'c')),
    ],
    [
      'leaves keys alone that only look alike',
      file('link: x\nlinks1: y\nlink01: z\n'),
      [],
      file('link: x\nlinks1: y\nlink01: z\n'),
    ],
    ['writes a file that has only blocks', '---\nlink1: {id: a}\n---\n', [], '---\n{}\n---\n'],
  ])('%s', (_, before, blocks, after) => {
    expect(patched(before, blocks)).toBe(after)
  })

  it('blocks in a CRLF file are written with CRLF', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    const blocks = [{ keep: 1 }, added('b')]
    expect(patched(crlf(file(block(1, 'a'))), blocks)).toBe(crlf(file(block(1, 'a'), block(2, 'b'))))
  })

  it('a block to keep that does not exist is refused', () => {
    expect(() => patched(three, [{ keep: 4 }])).toThrow('link4')
  })

  it('blocks can change together with other keys, and are named by their old number', () => {
    const text = patchFrontMatter(
      read(three),
      [
        { kind: 'blocks', prefix: 'link', blocks: [{ keep: 2 }, added('d')] },
        { kind: 'set', key: ['link2', 'id'], value: 'B' },
        { kind: 'set', key: ['title'], value: 'T' },
        { kind: 'body', body: 'x' },
      ],
      format,
    )
    expect(text).toBe(
      `---\nid: 1\ntitle: T\n${block(1, 'b').replace('id: b', 'id: B')}${block(2, 'd')}\n---\nx`,
    )
  })

  it('any series of blocks can become any other', () => {
    const wanted = fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 5), fc.constantFrom('x', 'y')), {
      maxLength: 6,
    })
    const standing = fc.shuffledSubarray([1, 2, 3, 5], { minLength: 4 })
    fc.assert(
      fc.property(wanted, standing, (items, numbers) => {
        const text = file(...numbers.map((number) => block(number, `old${number}`)))
        const result = read(
          patched(
            text,
            items.map((item) => (typeof item === 'number' ? { keep: item } : added(item))),
          ),
        )
        const names = items.map((_, index) => scalarAt(result, [`link${index + 1}`, 'id'])?.value)
        expect(names).toEqual(items.map((item) => (typeof item === 'number' ? `old${item}` : item)))
        expect(nodeAt(result, [`link${items.length + 1}`])).toBeUndefined()
        expect(result.root.entries.size).toBe(items.length + 1)
      }),
    )
  })
})
