import { describe, expect, it } from 'vitest'

import type { Change, FrontMatterNode } from '../../../src/frontMatter/types.ts'
import { parseFrontMatter, scalarAt } from '../../../src/frontMatter/parse.ts'
import { patchFrontMatter } from '../../../src/frontMatter/patch.ts'
import { placesInScalar } from '../../../src/frontMatter/placesInScalar.ts'
import { printFrontMatter } from '../../../src/frontMatter/print.ts'
import { dataOf, read } from '../files.ts'
import { format } from './files.ts'

const file = (toml: string): string => `+++\n${toml}\n+++\n\nText.\n`

describe('parseFrontMatter with TOML', () => {
  it.each([
    ['title = "Hello" # c', [['title', 'Hello']]],
    ["title = 'C:\\new'", [['title', 'C:\\new']]],
    ['weight = 1_000', [['weight', '1000']]],
    ['draft = true', [['draft', 'true']]],
    ['date = 2024-01-02T10:00:00+05:30', [['date', '2024-01-02T10:00:00+05:30']]],
    ['date = 2024-01-02 10:00:00', [['date', '2024-01-02 10:00:00']]],
    ['tags = ["a", 2,\n  "b", # c\n]', [['tags', ['a', '2', 'b']]]],
    ['text = """\nTwo \\\n   joined\nlines"""', [['text', 'Two joined\nlines']]],
    [
      'extra.a = 1\n"b c" = {}',
      [
        ['extra', [['a', '1']]],
        ['b c', []],
      ],
    ],
    [
      'a = 1\n[x.y]\nz = "w"\n[x]\nv = 2',
      [
        ['a', '1'],
        [
          'x',
          [
            ['y', [['z', 'w']]],
            ['v', '2'],
          ],
        ],
      ],
    ],
    ['[[links]]\nname = "a"\n[[links]]', [['links', ['[["name","a"]]', '[]']]]],
    ['', []],
  ])('the TOML %j has the value %j', (toml, expected) => {
    expect(dataOf(file(toml))).toEqual(expected)
    expect(read(file(toml)).body).toBe('\nText.\n')
  })

  it.each([
    ['+++\na = 1\n', 'unterminated-front-matter 1:1'],
    ['+++\na = 1\n---\n', 'unterminated-front-matter 1:1'],
    ['+++\na = \n+++\n', 'invalid-toml 3:1'],
    ['+++\na = text\n+++\n', 'invalid-toml 2:5'],
    ['+++\na = 1\na = 2\n+++\n', 'duplicate-key 3:1'],
    ['+++\n[a]\nb = 1\n[a]\n+++\n', 'duplicate-key 4:2'],
    ['+++\n[a]\nconstructor = 1\n+++\n', 'forbidden-key 3:1'],
    ['+++\na = "\\u0001"\n+++\n', 'control-character 2:5'],
    ['+++\na = 1\rb = 2\n+++\n', 'control-character 2:6'],
  ])('parseFrontMatter refuses the TOML %j', (text, expected) => {
    const parsed = parseFrontMatter(text)
    const found = parsed.ok ? [] : parsed.findings
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([expected])
  })

  it.each([
    ['arrays', `a = ${'['.repeat(30_000)}`],
    ['closed arrays', `a = ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['inline tables', `a = ${'{a='.repeat(10_000)}`],
    ['dotted keys', `a${'.a'.repeat(30_000)} = 1`],
    ['keys', Array.from({ length: 6_000 }, (_, at) => `k${at} = 1`).join('\n')],
    ['tables', Array.from({ length: 10_100 }, () => '[[t]]').join('\n')],
    ['items', `a = [${'1,'.repeat(30_000)}]`],
    ['a long text', `a = "${'x'.repeat(500_000)}"`],
  ])('parseFrontMatter refuses too much of %s', (_, toml) => {
    const parsed = parseFrontMatter(file(toml))
    const codes = parsed.ok ? [] : parsed.findings.map(({ code }) => code)
    expect(['too-deep', 'too-many-nodes', 'too-large', 'invalid-toml']).toContain(codes[0])
  })

  it('parseFrontMatter accepts blank lines above TOML, as Zola does, and a byte order mark', () => {
    expect(dataOf('\n\n+++\na = 1\n+++\n')).toEqual([['a', '1']])
    expect(dataOf('\ufeff+++\r\na = "x"\r\n+++\r\n')).toEqual([['a', 'x']])
  })

  it.each([
    ['a = "\\u00e9 b\\n\\tc"', 'c', '2:18'],
    ["a = 'b c'", 'c', '2:8'],
    ['a = """\none \\\n  two\n"""', 't', '4:3'],
    ["a = '''one\ntwo'''", 't', '3:1'],
  ])('the position of a character is found in the TOML %j', (toml, character, expected) => {
    const text = file(toml)
    const node: FrontMatterNode | undefined = scalarAt(read(text), ['a'])
    if (node?.kind !== 'scalar') throw new Error('There is no text.')
    const [place] = placesInScalar(text, node, [node.value.indexOf(character)])
    expect(`${place?.line}:${place?.column}`).toBe(expected)
  })
})

const changed = (toml: string, ...changes: Change[]): string => {
  const text = patchFrontMatter(read(file(toml)), changes, format)
  return text.slice(4, -'\n+++\n\nText.\n'.length)
}

describe('patchFrontMatter with TOML', () => {
  it.each([
    ['a = "x" # c', 'y', 'a = "y" # c'],
    ["a = 'x'", 'y', "a = 'y'"],
    ["a = 'x'", "it's", 'a = "it\'s"'],
    ['a = "caf\\u00e9 x"', 'café y', 'a = "caf\\u00e9 y"'],
    ['a = "x"', 'two\nlines', 'a = """\ntwo\nlines"""'],
    [
      'a = """\none \\\n  two\n"quoted"\n"""',
      'one two\n"changed"\n',
      'a = """\none \\\n  two\n"changed"\n"""',
    ],
    ["a = '''\none\ntwo'''", 'one\n2', "a = '''\none\n2'''"],
    ['a = 10', '11', 'a = 11'],
    ['a = 10', 'ten', 'a = "ten"'],
    ['a = 10', 'true', 'a = "true"'],
    ['a = 10', ' 11', 'a = " 11"'],
    ['a = 10', '11 ', 'a = "11 "'],
    ['a = 10', '1_000', 'a = "1_000"'],
    ['a = 10', '0xff', 'a = 0xff'],
    ['a = 1.5', '1e3', 'a = 1e3'],
    ['a = "10"', '11', 'a = "11"'],
    ['a = 2024-01-02', '2024-01-03', 'a = 2024-01-03'],
    ['a = 2024-01-02', { typed: '2024-01-03T10:00:00Z' }, 'a = 2024-01-03T10:00:00Z'],
    ['a = "2024-01-02"', { typed: '2024-01-03' }, 'a = "2024-01-03"'],
    ['a = ["x", "y"]', ['x', 'z', 'y'], 'a = ["x", "z", "y"]'],
    ["a = [ 'x' , 'y' ]", ['x'], "a = [ 'x' ]"],
    ['a = [1, 2]', ['1', '3'], 'a = [1, 3]'],
    ['a = [\n  "x", # first\n  "y"\n]', ['x', 'y', 'z'], 'a = [\n  "x", # first\n  "y",\n  "z"\n]'],
    ['a = [\n  "x", # first\n  "y",\n]', ['x', 'n', 'y'], 'a = [\n  "x", # first\n  "n",\n  "y",\n]'],
    ['a = [\n  "x", # first\n  "y",\n]', ['y'], 'a = [\n  "y",\n]'],
    ['a = ["x"]', [], 'a = []'],
    ['a = "x"', ['y'], 'a = ["y"]'],
  ])('patchFrontMatter changes the TOML %j to %j', (toml, value, expected) => {
    expect(changed(`${toml}\nb = 1`, { kind: 'set', key: ['a'], value })).toBe(`${expected}\nb = 1`)
  })

  it.each([
    ['a = 1\n[x]\nb = 2', ['c'], 'a = 1\nc = "v"\n[x]\nb = 2'],
    ['id = 1\nurl = 2', ['title'], 'id = 1\ntitle = "v"\nurl = 2'],
    ['# above\nurl = 2', ['title'], 'title = "v"\n# above\nurl = 2'],
    ['[x]\nb = 2', ['c'], 'c = "v"\n[x]\nb = 2'],
    ['[x]\nb = 2\n\n[y]', ['x', 'c'], '[x]\nb = 2\nc = "v"\n\n[y]'],
    ['[x]\n  b = 2', ['x', 'c d'], '[x]\n  b = 2\n  "c d" = "v"'],
    ['x.b = 2\na = 1', ['x', 'c'], 'x.b = 2\nx.c = "v"\na = 1'],
    ['x = { b = 2 }', ['x', 'c'], 'x = { b = 2, c = "v" }'],
    ['x = {}', ['x', 'c', 'd'], 'x = { c = { d = "v" } }'],
    ['[x]\nb = 2', ['x', 'c', 'd'], '[x]\nb = 2\nc.d = "v"'],
    ['a = 1', ['x', 'c'], 'a = 1\n\n[x]\nc = "v"'],
  ])('patchFrontMatter adds to the TOML %j the key %j', (toml, key, expected) => {
    expect(changed(toml, { kind: 'set', key, value: 'v' })).toBe(expected)
  })

  it.each([
    ['a = 1\nb = 2 # c', ['b'], 'a = 1'],
    ['a = [\n 1,\n]\nb = 2', ['a'], 'b = 2'],
    ['b = 2\n[x]\na = 1\n[y]', ['x', 'a'], 'b = 2\n[y]'],
    ['x = { a = 1, b = 2 }', ['x', 'a'], 'x = { b = 2 }'],
    ['b = 2\nx = { a = 1 }', ['x', 'a'], 'b = 2'],
    ['a = 1', ['nothing'], 'a = 1'],
  ])('patchFrontMatter removes from the TOML %j the key %j', (toml, key, expected) => {
    expect(changed(toml, { kind: 'remove', key })).toBe(expected)
  })

  it('patchFrontMatter refuses to replace a table, and to change numbered blocks', () => {
    expect(() => changed('[x]\na = 1', { kind: 'set', key: ['x'], value: 'v' })).toThrow('is a table')
    expect(() => changed('a = 1', { kind: 'blocks', prefix: 'see', blocks: [] })).toThrow('in YAML only')
  })
})

it('printFrontMatter prints keys first and a table for each group', () => {
  const text = printFrontMatter(
    [
      ['title', 'Hello "you"'],
      ['extra', [['math', { typed: 'true' }]]],
      ['date', { typed: '2024-01-02' }],
      ['tags', ['a', 'b c']],
      ['words', { typed: 'True' }],
    ],
    { ...format, body: '\nText.\n' },
  )
  expect(text).toBe(
    [
      '+++',
      'title = "Hello \\"you\\""',
      'date = 2024-01-02',
      'tags = ["a", "b c"]',
      'words = "True"',
      '',
      '[extra]',
      'math = true',
      '+++',
      '',
      'Text.',
      '',
    ].join('\n'),
  )
})
