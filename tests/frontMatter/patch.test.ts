import { describe, expect, it } from 'vitest'
import { patchFrontMatter } from '../../src/frontMatter/patch.ts'
import type { Change, FrontMatterValue } from '../../src/frontMatter/types.ts'
import { format, read } from './files.ts'

const patched = (yaml: string, ...changes: Change[]): string =>
  patchFrontMatter(read(`---\n${yaml}---\n`), changes, format).slice(4, -4)

const set = (key: string, value: FrontMatterValue): Change => ({ kind: 'set', key: key.split('.'), value })
const remove = (key: string): Change => ({ kind: 'remove', key: key.split('.') })

describe('a text that replaces another', () => {
  it.each<[string, FrontMatterValue, string]>([
    ['a: old\n', 'new text', 'a: new text\n'],
    ['a: old # why\n', 'new', 'a: new # why\n'],
    ['a: old\n  text\nb: c\n', 'new', 'a: new\nb: c\n'],
    ['a: old\n', 'x: y', "a: 'x: y'\n"],
    ['a: old\n', "it's # so", "a: 'it''s # so'\n"],
    ['a: old\n', '- x', "a: '- x'\n"],
    ['a: old\n', '', "a: ''\n"],
    ['a: old\n', '2024', "a: '2024'\n"],
    ['a: old\n', 'no', "a: 'no'\n"],
    ['a: 2023\n', '2024', 'a: 2024\n'],
    ['a: True\n', 'False', 'a: False\n'],
    ['a: 2024-11-27\n', '2025-01-02', 'a: 2025-01-02\n'],
    ['a: 2023\n', 'no', "a: 'no'\n"],
    ['a: ~\n', 'null', "a: 'null'\n"],
    ['a: "2023"\n', '2024', 'a: "2024"\n'],
    ['a:\nb: c\n', '404', "a: '404'\nb: c\n"],
    ['a: old\n', '1.2.3', 'a: 1.2.3\n'],
    ['a: old\n', { typed: '2024' }, 'a: 2024\n'],
    ["a: '7'\n", { typed: '8' }, "a: '8'\n"],
    ['a:\nb: c\n', { typed: 'no' }, 'a: no\nb: c\n'],
    ['{a: old}\n', { typed: '-1.0' }, '{a: -1.0}\n'],
    ['a: old\n', 'one\ntwo', 'a: |-\n    one\n    two\n'],
    ['a: old\n', 'one\ntwo\n', 'a: |\n    one\n    two\n'],
    ['a: old\n', 'one\n\n', 'a: "one\\n\\n"\n'],
    ['a: old\n', ' \n ', 'a: " \\n "\n'],
    ['a: old\n', 'x\u2028y', 'a: "x\\u2028y"\n'],
    ['a: old\n', 'x\r\ny', 'a: "x\\r\\ny"\n'],
    ['a: old\n      # deep\nb: c\n', 'one\ntwo', 'a: "one\\ntwo"\n      # deep\nb: c\n'],
    ["a: 'old'\n", "it's", "a: 'it''s'\n"],
    ['a: "old"\n', '\\frac "x"\n', 'a: "\\\\frac \\"x\\"\\n"\n'],
    ['a: >-\n    old\n', '- x: # "\\n" \\frac', 'a: >-\n    - x: # "\\n" \\frac\n'],
    ['a: >-\n  old\n  lines\n\nb: c\n', 'new', 'a: >-\n  new\n\nb: c\n'],
    ['a: >-\n  old\n', 'one\n\ntwo', 'a: >-\n  one\n\n\n  two\n'],
    ['a: >-\n  old\n', ' x', "a: ' x'\n"],
    ['a: >- # why\n  old\nb: c\n', ' x', "a: ' x' # why\nb: c\n"],
    ['a: >-\n  old\n', '', "a: ''\n"],
    ['a: >\n  old\n', 'new', 'a: >-\n  new\n'],
    ['a: >\n  old\n', 'new\n', 'a: >\n  new\n'],
    ['a: >-\n  old\n', 'new\n', 'a: >\n  new\n'],
    ['a: |\n  old\n', 'one\n  two\n', 'a: |\n  one\n    two\n'],
    ['a: |+\n  old\n\n\nb: c\n', 'new\n\n', 'a: |+\n  new\n\nb: c\n'],
    ['a: |2-\n    old\n', '  new', 'a: |2-\n    new\n'],
    ['a: |-2 # why\n  old\n', ' new', 'a: |2- # why\n   new\n'],
    ['a: >-\nb: c\n', 'new', 'a: >-\n    new\nb: c\n'],
    ['a:\nb: c\n', 'new', 'a: new\nb: c\n'],
    ['a: # why\nb: c\n', 'new', 'a: new # why\nb: c\n'],
    ['a:\n  # why\n  old\nb: c\n', 'new', 'a:\n  # why\n  new\nb: c\n'],
    ['a: [x, y]\n', 'new', 'a: new\n'],
    ['a:\n  x: y\nb: c\n', 'new', 'a: new\nb: c\n'],
    ['{a: old, b: c}\n', 'x, y', "{a: 'x, y', b: c}\n"],
    ['{b, a}\n', 'new', '{b, a: new}\n'],
  ])('the text %j is set to %j', (before, value, after) => {
    expect(patched(before, set('a', value))).toBe(after)
  })

  it.each([
    ...[
      'Null',
      '~',
      'yes',
      'Off',
      'y',
      'TRUE',
      '404',
      '-1.0',
      '0x1F',
      '0o17',
      '017',
      '1_000',
      '1,000',
      '.5',
      '1e3',
    ],
    ...['.inf', '-.NaN', '12:30', '1:20:30.5', '2024-11-27', '2024-1-2 10:00:00', '=', '<<'],
  ])('a text is quoted if parsers would read another type: %s', (value) => {
    expect(patched('b: c\n', set('a', value))).toBe(`b: c\na: '${value}'\n`)
    expect(patched('a:\n- x\n', set('a', ['x', value]))).toBe(`a:\n- x\n- '${value}'\n`)
    expect(patched('a: [x]\n', set('a', [value, 'x']))).toBe(`a: ['${value}', x]\n`)
    expect(patched('b: c\n', set('a', { typed: value }))).toBe(`b: c\na: ${value}\n`)
  })

  it.each(['1.2.3', '404 pages', 'nope', 'e5', '1a', '_1', 'v2024', '12-30', 'nulls'])(
    'a text is unquoted if parsers read it as text: %s',
    (value) => {
      expect(patched('b: c\n', set('a', value))).toBe(`b: c\na: ${value}\n`)
    },
  )

  it('a key that is always folded uses the format', () => {
    expect(patched('question: old\n', set('question', 'Why: what?'))).toBe('question: >-\n    Why: what?\n')
    expect(patched('question: old\n', set('question', 'Why?'))).toBe('question: Why?\n')
    expect(patched('seo:\n  description: x\n', set('seo.description', 'a: b'))).toBe(
      'seo:\n  description: >-\n    a: b\n',
    )
  })
})

describe('a text wrapped over several lines', () => {
  const wrapped = 'a: >-\n  one two\n  three four\n  five six\nb: c\n'
  it.each([
    [wrapped, 'one two three FOUR five six', wrapped.replace('four', 'FOUR')],
    [wrapped, 'ONE two three four five SIX', wrapped.replace('one', 'ONE').replace('six', 'SIX')],
    [wrapped, 'one two THREE four five six', wrapped.replace('three', 'THREE')],
    [wrapped, 'one two and three four five six', wrapped.replace('two', 'two and')],
    [wrapped, 'zero one two three four five six', wrapped.replace('one', 'zero one')],
    [wrapped, 'one two five six', wrapped.replace('  three four\n', '')],
    [wrapped, 'one two three four', wrapped.replace('  five six\n', '')],
    [wrapped, 'one two\n\nthree four five six', wrapped.replace('two\n', 'two\n\n\n')],
    [wrapped, 'one two three four\n- new five six', wrapped.replace('four\n', 'four\n\n  - new\n')],
    [wrapped, 'new', 'a: >-\n  new\nb: c\n'],
    [wrapped, 'one two  three four five six', 'a: >-\n  one two  three four\n  five six\nb: c\n'],
    [
      wrapped.replaceAll('\n', '\r\n'),
      'one two three four five 6',
      wrapped.replace('six', '6').replaceAll('\n', '\r\n'),
    ],
    [
      'a: >-\n  one\n\n  two\n  three\n\n\n  four\n',
      'one\ntwo 3\n\nfour',
      'a: >-\n  one\n\n  two\n  3\n\n\n  four\n',
    ],
    ['a: > # why\n  one\n  two\n', 'one 2\n', 'a: > # why\n  one\n  2\n'],
    ['a: >+\n  one\n  two\n\nb: c\n', '1 two\n\n', 'a: >+\n  1\n  two\n\nb: c\n'],
    ['a: one\n  two # why\nb: c\n', 'one 2', 'a: one\n  2 # why\nb: c\n'],
    ['a: one\n  two\n', 'one #2', "a: 'one #2'\n"],
    ['a: one\n  two\n', '404', "a: '404'\n"],
    ["a: 'it''s\n  two'\n", "it's o'clock", "a: 'it''s\n  o''clock'\n"],
    ['a: "one \\"x\\"\n  two \\\n  three"\n', 'one "x" \\2 three', 'a: "one \\"x\\"\n  \\\\2 \\\n  three"\n'],
    ['a: |-\n  one\n  two\n', 'one\n2', 'a: |-\n  one\n  2\n'],
    ['a: [one\n  two, x]\n', 'one', 'a: one\n'],
  ])('the wrapped text %j is set to %j', (before, value, after) => {
    expect(patched(before, set('a', value))).toBe(after)
  })

  it('a wrapped text keeps its lines in a list and below a key', () => {
    const list = 'a:\n  - >-\n    one\n    two\n  - x\n'
    expect(patched(list, set('a', ['one 2', 'x']))).toBe(list.replace('two', '2'))
    const nested = 'seo:\n  description: >-\n    one\n    two\n'
    expect(patched(nested, set('seo.description', '1 two'))).toBe(nested.replace('one', '1'))
  })
})

describe('a list that replaces another', () => {
  it.each<[string, string[], string]>([
    ['a: [x, "y"]\n', ['x', 'y', 'z, q'], 'a: [x, "y", \'z, q\']\n'],
    ['a: [x, "y"] # why\n', ['y'], 'a: ["y"] # why\n'],
    ['a: [x, y, z]\n', ['x', 'z'], 'a: [x, z]\n'],
    ['a: [x]\n', [], 'a: []\n'],
    ['a: []\n', ['x'], 'a: [x]\n'],
    ['a:\n- x\n- y # why\nb: c\n', ['x', 'z', 'w'], 'a:\n- x\n- z # why\n- w\nb: c\n'],
    ['a:\n  - x\n  # why\n  - "y"\n', ['y'], 'a:\n  # why\n  - "y"\n'],
    ['a:\n  - x\n', [], 'a: []\n'],
    ['a: x\nb: c\n', ['x: y', 'z'], "a:\n    - 'x: y'\n    - z\nb: c\n"],
    ['b: c\n', ['x'], 'b: c\na:\n    - x\n'],
  ])('the list %j is set to %j', (before, value, after) => {
    expect(patched(before, set('a', value))).toBe(after)
  })
})

describe('a missing key', () => {
  it.each([
    [
      'after the nearest before it',
      'id: 1\n# url\nurl: x\n',
      set('title', 'T'),
      'id: 1\ntitle: T\n# url\nurl: x\n',
    ],
    [
      'before the nearest after it',
      '# top\n\n# url\nurl: x\n',
      set('title', 'T'),
      '# top\n\ntitle: T\n# url\nurl: x\n',
    ],
    ['at the end, before blank lines', 'id: 1\n# end\n\n', set('new', 'x'), 'id: 1\n# end\nnew: x\n\n'],
    ['after a text that keeps its end', 'id: |+\n  x\n\n', set('new', 'x'), 'id: |+\n  x\n\nnew: x\n'],
    [
      'before numbered blocks',
      'id: 1\nlink1:\n  id: 2\n',
      set('url', 'x'),
      'id: 1\nurl: x\nlink1:\n  id: 2\n',
    ],
    ['with its parent', 'id: 1\n', set('seo.description', 'x'), 'id: 1\nseo:\n  description: >-\n    x\n'],
    [
      'in its parent',
      'seo:\n   description: x\nid: 1\n',
      set('seo.title', 'T'),
      'seo:\n   title: T\n   description: x\nid: 1\n',
    ],
    ['in an empty parent', 'seo:\nid: 1\n', set('seo.title', 'T'), 'seo:\n  title: T\nid: 1\n'],
    [
      'in braces',
      'seo: {description: x}\n',
      set('seo.title', 'T, U'),
      "seo: {title: 'T, U', description: x}\n",
    ],
    ['in a file in braces', '{id: 1}\n', set('title', 'T'), 'id: 1\ntitle: T\n'],
    [
      'in a file in braces, whose values stay as written',
      '{id: [{x: 1}, "y", # c\nz], "url":u, e}\n',
      set('title', 'T'),
      'id: [{x: 1}, "y", # c\n  z]\ntitle: T\nurl: u\ne:\n',
    ],
    ['in an empty file', '{}\n', set('question', 'Q'), 'question: >-\n    Q\n'],
    ['in a file without keys', '', set('question', 'Q'), 'question: >-\n    Q\n'],
    ['in a file of comments', '# c\n\n', set('seo.title', 'T'), '# c\n\nseo:\n  title: T\n'],
    ['with a key that needs quotes', 'id: 1\n', set('a: b', 'x'), "id: 1\n'a: b': x\n"],
  ])('a missing key is inserted %s', (_, before, change, after) => {
    expect(patched(before, change)).toBe(after)
  })
})

describe('a key that is removed', () => {
  it.each([
    ['a: 1\n# b\nb: >-\n  text\n\n# c\nc: 3\n', 'b', 'a: 1\n# b\n\n# c\nc: 3\n'],
    ['a:\n  b: 1\n  # of b\n  c: 2\n', 'a.b', 'a:\n  # of b\n  c: 2\n'],
    ['a:\n  b: 1\nc: 2\n', 'a.b', 'c: 2\n'],
    ['a: {b: 1, c: 2}\n', 'a.b', 'a: {c: 2}\n'],
    ['a: {b: 1, c: 2}\n', 'a.c', 'a: {b: 1}\n'],
    ['a: 1\n', 'a', '{}\n'],
    ['a: 1\n', 'b', 'a: 1\n'],
    ['{a: 1, b: 2}\n', 'c', '{a: 1, b: 2}\n'],
    ['{a: 1, b: 2}\n', 'a', 'b: 2\n'],
    ['a: |+\n  x\nb: 1\n\nc: 2\n', 'b', 'a: |+\n  x\nc: 2\n'],
  ])('the front matter %j without %s', (before, key, after) => {
    expect(patched(before, remove(key))).toBe(after)
  })
})

describe('front matter with an unusual ending, or none', () => {
  it.each([
    ['---\na: b\n...\nbody', '---\na: new\n...\nbody'],
    ['---\r\n...\r\nbody', '---\r\na: new\r\n...\r\nbody'],
    ['---\n---\n---\n', '---\na: new\n---\n---\n'],
  ])('the ending is kept: %j', (before, after) => {
    expect(patchFrontMatter(read(before), [set('a', 'new')], format)).toBe(after)
  })

  it('blocks can be added before an unusual ending', () => {
    const blocks: Change = { kind: 'blocks', prefix: 'link', blocks: [{ entries: [['id', 'x']] }] }
    expect(patchFrontMatter(read('---\n---\n'), [blocks], format)).toBe('---\nlink1:\n    id: x\n---\n')
  })
})

describe('an invalid change', () => {
  it.each<[string, Change[]]>([
    ['control character', [set('a', 'x\u0000')]],
    ['surrogate', [set('new', ['\ud800'])]],
    ['not allowed', [set('__proto__', 'x')]],
    ['same key', [set('a', 'x'), remove('a')]],
    ['same place', [set('s', 'x'), set('s.t', 'y')]],
    ['control character', [{ kind: 'body', body: '\u0007' }]],
    ['names no key', [{ kind: 'set', key: [], value: 'x' }]],
  ])('patchFrontMatter throws: %s', (message, changes) => {
    expect(() => patched('a: b\ns: {t: u}\n', ...changes)).toThrow(message)
  })
})
