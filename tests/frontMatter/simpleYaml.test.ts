import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Fault, locator } from '../../src/frontMatter/fault.ts'
import { mapNode } from '../../src/frontMatter/nodes.ts'
import { readSimpleYaml } from '../../src/frontMatter/simpleYaml.ts'
import { splitFile } from '../../src/frontMatter/split.ts'
import { readSyntax } from '../../src/frontMatter/syntax.ts'
import { defaultLimits } from '../../src/frontMatter/types.ts'
import { articleText } from '../fixtures/articleText.ts'

/** Front matter as both read it; undefined where one of them does not. */
const readings = (yaml: string, limits = defaultLimits) => {
  const text = `---\n${yaml}\n---\nBody`
  const split = splitFile(text, limits)
  if (!split.ok) return {}
  const faults: Fault[] = []
  const read = readSyntax(text, split.parts, limits)
  const full = read.ok ? mapNode(read.syntax.root, { locate: locator(text), limits, faults }) : undefined
  return { simple: readSimpleYaml(text, split.parts, limits), full: faults.length > 0 ? undefined : full }
}

const key = fc.constantFrom(
  'a',
  'b',
  'seo',
  'related_article1',
  'x-y',
  '_z',
  'constructor',
  '1a',
  'a b',
  '"q"',
  '<<',
  '',
)
const piece = fc.constantFrom(
  ...[
    'word',
    ' ',
    '  ',
    ':',
    ': ',
    ' #',
    '#',
    "'",
    '"',
    '-',
    '- ',
    '? ',
    '!',
    '&',
    '*',
    '%',
    '@',
    '`',
    '|',
    '>',
    '>-',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '\t',
    '\\',
    '~',
    'null',
    'é',
    '日本',
    '𝛼',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '0',
    '-1.0',
    '...',
    '---',
    '=',
  ],
)
const loose = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
/** A text with one unusual piece in the middle, or at an end. */
const near = fc
  .tuple(fc.constantFrom('word', '7', '/a/b', 'é', '-1', ''), piece, fc.constantFrom('word', '7', ''))
  .map((pieces) => pieces.join(''))
const value = fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: loose })
const indent = fc.constantFrom('  ', '    ', ' ', '', '\t')
/** A key with a value of one of the forms, as lines. */
const entry = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(key, value).map(([name, text]) => [`${name}: ${text}`]) },
  {
    weight: 3,
    arbitrary: fc.tuple(key, indent, value).map(([name, space, text]) => [`${name}: >-`, `${space}${text}`]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(key, indent, key, value, key, value)
      .map(([name, space, a, one, b, two]) => [`${name}:`, `${space}${a}: ${one}`, `${space}${b}: ${two}`]),
  },
  { weight: 1, arbitrary: fc.constantFrom([''], ['# a'], ['a'], ['  a: 1']) },
)
const yaml = fc.array(entry, { maxLength: 3, minLength: 1 }).map((entries) => entries.flat().join('\n'))

describe('front matter of the simplest form', () => {
  it('is read as a YAML parser reads it, or not at all', () => {
    let read = 0
    fc.assert(
      fc.property(yaml, (text) => {
        const { full, simple } = readings(text)
        if (!simple) return
        read += 1
        expect(simple).toEqual(full)
      }),
      { numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  it('is what an article has', () => {
    const text = articleText('test', 'one')
    const split = splitFile(text, defaultLimits)
    expect(split.ok && readSimpleYaml(text, split.parts, defaultLimits)?.entries.get('seo')).toMatchObject({
      column: 3,
      kind: 'map',
    })
  })

  it.each([
    ['too many keys', 'a: 1\nb: 2\nc: 3', { ...defaultLimits, keys: 2 }],
    ['too many nodes', 'a: 1\nb: 2\nc: 3', { ...defaultLimits, nodes: 2 }],
    ['too deep', 'a:\n  b:\n    c: 1', { ...defaultLimits, depth: 2 }],
  ])('leaves to the parser what is %s', (_what, text, limits) => {
    expect(readings(text, limits)).toEqual({ full: undefined, simple: undefined })
  })

  it.each([
    ['a comment', 'a: 1 # note'],
    ['a quoted text', 'a: "1"'],
    ['a list', 'a:\n  - 1'],
    ['a missing value', 'a:\nb: 1'],
    ['a text of several lines', 'a: one\n  two'],
    ['a folded text of several lines', 'a: >-\n  one\n  two'],
    ['a folded text below a blank line', 'a: >-\n\n  one'],
    ['a literal text', 'a: |\n  one'],
    ['a key that appears twice', 'a: 1\na: 2'],
    ['a forbidden key', '__proto__: 1'],
  ])('leaves to the parser %s', (_what, text) => {
    expect(readings(text).simple).toBeUndefined()
  })
})
