import { describe, expect, it } from 'vitest'
import { nodeAt, parseFrontMatter, scalarAt } from '../../src/frontMatter/parse.ts'
import type { ProblemCode } from '../../src/problems/problems.ts'
import { read } from './files.ts'

const findings = (text: string): string[] => {
  const parsed = parseFrontMatter(text)
  return parsed.ok ? [] : parsed.findings.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

describe('parseFrontMatter', () => {
  it('parseFrontMatter returns values, styles and positions, and types nothing', () => {
    const frontMatter = read(
      '\ufeff---\r\nid: 017\r\nno: >-\r\n  folded: # text\r\nseo:\r\n  "t": [a, \'b\']\r\nnone:\r\n---\r\nbody',
    )
    expect(frontMatter.body).toBe('body')
    expect(scalarAt(frontMatter, ['id'])).toEqual({
      kind: 'scalar',
      value: '017',
      style: 'plain',
      line: 2,
      column: 5,
    })
    expect(scalarAt(frontMatter, ['no'])).toMatchObject({
      value: 'folded: # text',
      style: 'folded',
      line: 3,
      column: 5,
    })
    expect(nodeAt(frontMatter, ['seo', 't'])).toMatchObject({ kind: 'list', line: 6, column: 8 })
    expect(scalarAt(frontMatter, ['none'])).toMatchObject({ value: '', line: 7, column: 1 })
    expect(scalarAt(frontMatter, ['seo'])).toBeUndefined()
    expect(nodeAt(frontMatter, ['id', 'x'])).toBeUndefined()
  })

  it.each([
    ['---\na: b\n---', ''],
    ['---\na: b\n---\n', ''],
    ['---  \na: b\n--- \t\n\nx\n---\n', '\nx\n---\n'],
    ['---\na: >-\n  ---\n---\n...\n', '...\n'],
    ['---\na: b\n...', ''],
    ['---\na: b\n... \t\n\nx\n---\n', '\nx\n---\n'],
    ['---\r\na: >-\r\n  ...\r\n...\r\nx', 'x'],
    ['---\n---\nx', 'x'],
    ['---\n...\nx', 'x'],
    ['---\n\n# nothing\n---\nx', 'x'],
  ])('parseFrontMatter finds the body of %j', (text, body) => {
    expect(read(text).body).toBe(body)
  })

  it.each<[string, `${ProblemCode} ${number}:${number}`]>([
    ['', 'missing-front-matter 1:1'],
    [' \n\n', 'missing-front-matter 1:1'],
    ['# Title\n', 'missing-front-matter 1:1'],
    ['\n---\na: b\n---\n', 'missing-front-matter 1:1'],
    ['----\na: b\n----\n', 'missing-front-matter 1:1'],
    ['---', 'unterminated-front-matter 1:1'],
    ['---\na: b\n ---\n', 'unterminated-front-matter 1:1'],
    ['---js\n{}\n---\n', 'unsupported-format 1:1'],
    ['---json\n{}\n---\n', 'unsupported-format 1:1'],
    ['--- toml\na = 1\n---\n', 'unsupported-format 1:1'],
    ['{\n"a": 1\n}\n', 'unsupported-format 1:1'],
    ['---\na: \u0000\n---\n', 'control-character 2:4'],
    ['---\na: b\n---\n\u001b[0m', 'control-character 4:1'],
    ['---\na: b\rc: d\n---\n', 'control-character 2:5'],
    ['---\na: "\\beta"\n---\n', 'control-character 2:4'],
    ['---\na: \ud800\n---\n', 'invalid-utf8 2:4'],
    ['---\na: "\\uD800"\n---\n', 'invalid-yaml 2:4'],
    ['---\n\ta: b\n---\n', 'invalid-yaml 2:1'],
    ['---\na: b: c\n---\n', 'invalid-yaml 2:4'],
    ['---\na: "b\n---\n', 'invalid-yaml 3:1'],
    ['---\na: b\n...\n---\n', 'invalid-yaml 3:1'],
    ['---\na: b\n--- c\n---\n', 'invalid-yaml 3:1'],
    ['---\n? a\n: b\n---\n', 'invalid-yaml 2:1'],
    ['---\n[a]: b\n---\n', 'invalid-yaml 2:1'],
    ['---\na: {: b}\n---\n', 'invalid-yaml 2:5'],
    ['---\na: @b\n---\n', 'invalid-yaml 2:4'],
    ['---\n~\n---\n', 'not-a-mapping 2:1'],
    ["---\n''\n---\n", 'not-a-mapping 2:1'],
    ['---\na: b\n... x\n', 'unterminated-front-matter 1:1'],
    ['---\na: b\n...\r\n---\r\nx', 'invalid-yaml 3:1'],
    ['---\n- a\n---\n', 'not-a-mapping 2:1'],
    ['---\ntext\n---\n', 'not-a-mapping 2:1'],
    ['---\na: b\nc:\n  d: 1\n  "d": 2\n---\n', 'duplicate-key 5:3'],
    ['---\nc: {__proto__: x}\n---\n', 'forbidden-key 2:5'],
    ['---\nc:\n  - "constructor": x\n---\n', 'forbidden-key 3:5'],
    ['---\na: *bold* text\n---\n', 'alias 2:4'],
    ['---\na: &a [*a]\n---\n', 'alias 2:4'],
    ['---\n<<: {a: b}\n---\n', 'alias 2:1'],
    ['---\na: !!str b\n---\n', 'tag 2:4'],
    ['---\na: [x, !b y]\n---\n', 'tag 2:8'],
  ])('parseFrontMatter refuses %j', (text, finding) => {
    expect(findings(text)).toEqual([finding])
  })

  it.each(['---\n---\n', '---\n\n---', '---\n# nothing\n---\n', '---\r\n...\r\n'])(
    'parseFrontMatter finds no keys in %j',
    (text) => {
      expect(read(text).root.entries.size).toBe(0)
    },
  )

  it('parseFrontMatter reports every invalid key', () => {
    expect(findings('---\na: 1\na: 2\nprototype: x\n---\n')).toEqual([
      'duplicate-key 3:1',
      'forbidden-key 4:1',
    ])
  })

  it('parseFrontMatter gives the fault and the remedy in a sentence each', () => {
    const parsed = parseFrontMatter('---\na: *b\n---\n')
    expect(parsed).toMatchObject({ ok: false, findings: [{ severity: 'error' }] })
    if (!parsed.ok)
      for (const { message, remedy } of parsed.findings)
        expect(message + remedy).toMatch(/^[A-Z].*\.[A-Z].*\.$/)
  })

  it.each<[string, string, ProblemCode | undefined]>([
    ['brackets', `a: ${'['.repeat(100_000)}`, 'too-deep'],
    ['braces', `a: ${'{a: '.repeat(100_000)}`, 'too-deep'],
    ['dashes', `a:\n  ${'- '.repeat(100_000)}`, 'too-deep'],
    ['colons', `a: ${': '.repeat(100_000)}`, 'too-deep'],
    ['maps', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'too-deep'],
    ['items', '- \n'.repeat(100_000), 'too-many-nodes'],
    ['keys', Array.from({ length: 20_000 }, (_, index) => `a${index}: b`).join('\n'), 'too-many-nodes'],
    ['laughs', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'alias'],
    ['comments', '# c\n'.repeat(200_000), 'too-many-nodes'],
    ['a long line', `a: ${'x'.repeat(600_000)}`, 'too-large'],
    ['a large file', `a: ${'x'.repeat(5_000_000)}`, 'too-large'],
    ['a long text', `a: "${'x\n '.repeat(200_000)}"`, undefined],
  ])('parseFrontMatter is fast for %s', (_, yaml, code) => {
    const started = process.cpuUsage()
    const parsed = parseFrontMatter(`---\n${yaml}\n---\n`)
    // Far above what it takes, far below what a stack or a square would cost.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
    expect(parsed.ok ? undefined : parsed.findings[0]?.code).toBe(code)
  })

  it('parseFrontMatter refuses deep nesting immediately', () => {
    parseFrontMatter('---\na: b\n---\n')
    const started = process.cpuUsage()
    expect(findings(`---\na: ${'['.repeat(100_000)}\n---\n`)).toEqual(['too-deep 2:35'])
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(100)
  })

  it('parseFrontMatter accepts limits', () => {
    const text = '---\na: {b: {c: d}}\n---\n'
    const code = (limits: Parameters<typeof parseFrontMatter>[1]): ProblemCode | undefined => {
      const parsed = parseFrontMatter(text, limits)
      return parsed.ok ? undefined : parsed.findings[0]?.code
    }
    expect(code({})).toBeUndefined()
    expect(code({ depth: 3 })).toBeUndefined()
    expect(code({ depth: 2 })).toBe('too-deep')
    expect(code({ characters: 10 })).toBe('too-large')
    expect(code({ lineLength: 10 })).toBe('too-large')
    expect(code({ nodes: 3 })).toBe('too-many-nodes')
    expect(code({ keys: 0 })).toBe('too-many-nodes')
  })
})
