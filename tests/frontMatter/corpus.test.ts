import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffArrays } from 'diff'
import { describe, expect, it } from 'vitest'
import { nodeAt, parseFrontMatter, scalarAt } from '../../src/frontMatter/parse.ts'
import { patchFrontMatter } from '../../src/frontMatter/patch.ts'
import { printFrontMatter } from '../../src/frontMatter/print.ts'
import type { Entry } from '../../src/frontMatter/printEntries.ts'
import type { FrontMatter, FileFormat, MapNode } from '../../src/frontMatter/types.ts'
import { dataOf, read } from './files.ts'

const root = join(process.env.CORPUS_DIR ?? join(import.meta.dirname, '../../../shared/corpus'), 'site/learn')
const present = existsSync(root)
if (!present) console.warn(`Skipped: there are no real files at ${root}.`)

const texts = present
  ? readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .sort()
      .map((path) => readFileSync(join(root, path), 'utf8'))
  : []

const format: FileFormat = {
  syntax: 'yaml',
  order: ['title', 'article_title', 'question', 'answer'],
  indent: 4,
  indents: { seo: 2 },
  folded: [
    'title',
    'article_title',
    'question',
    'answer',
    'seo.page_description',
    'seo.page_keywords',
    'related_article.title',
  ],
  body: '\n&nbsp;',
}

const hostile = [
  'Why: what # "and" \'so\' \\n \\frac{a}{b} \\\\ — ?',
  '- begins like a list',
  ' begins and ends with a space ',
  '',
  'true',
  '12',
  'two\nlines\n',
  'line\u2028separator\r',
  '{a: [b, *c, &d, !e]}',
  '# no comment',
  "'",
  '---',
  '\n\n  \n',
]

const typedKeys = new Set(['id', 'date', 'no_index', 'score'])

/** What a file says, with its numbers, dates and yes or no as such. */
const withTypes = (data: Entry[]): Entry[] =>
  data.map(([key, value]): Entry => {
    if (typeof value === 'string') return [key, typedKeys.has(key) ? { typed: value } : value]
    return [key, Array.isArray(value) ? withTypes(value.filter((item) => typeof item !== 'string')) : value]
  })

const scalarPaths = (map: MapNode, parent: string[] = []): string[][] =>
  [...map.entries].flatMap(([key, node]) =>
    node.kind === 'map' ? scalarPaths(node, [...parent, key]) : [[...parent, key]],
  )

/** Lines of the file that a key takes: from its own to the next key's. */
const linesOfKey = ({ text, root: top }: FrontMatter, path: string[]): string[] => {
  const lines = text.split('\n')
  const depth = path.length - 1
  const start = lines.findIndex((line, index) => {
    const parent = depth === 0 ? 0 : (top.entries.get(path[0] ?? '')?.line ?? 0) - 1
    return index >= parent && line.trimStart().startsWith(`${path[depth]}:`) && /^ /.test(line) === depth > 0
  })
  const margin = /^ */.exec(lines[start] ?? '')?.[0].length ?? 0
  const end = lines.findIndex(
    (line, index) => index > start && (line.match(/^ */)?.[0].length ?? 0) <= margin,
  )
  return lines.slice(start, end)
}

describe.skipIf(!present)('real files', () => {
  it('real files survive the round trip unchanged', () => {
    expect(texts.length).toBeGreaterThan(2_000)
    const started = performance.now()
    const read = texts.map((text) => parseFrontMatter(text))
    const seconds = (performance.now() - started) / 1_000
    console.info(`Parsed ${texts.length} real files, ${Math.round(texts.length / seconds)} a second.`)
    for (const [index, parsed] of read.entries()) {
      expect(parsed).toMatchObject({ ok: true })
      if (parsed.ok) expect(patchFrontMatter(parsed.frontMatter, [], format) === texts[index]).toBe(true)
    }
  })

  it('real files accept a hostile text for any value, and no line of another key changes', () => {
    for (const [index, text] of texts.entries()) {
      if (index % 2 > 0) continue
      const frontMatter = read(text)
      const paths = scalarPaths(frontMatter.root)
      // Every second file has one of its values set; over all of them each value meets many texts.
      const path = paths[(index / 2) % paths.length] ?? []
      const value = hostile[(index / 2) % hostile.length] ?? ''
      const patched = patchFrontMatter(frontMatter, [{ kind: 'set', key: path, value }], format)
      const result = read(patched)
      expect(scalarAt(result, path)?.value).toBe(value)
      for (const other of paths) {
        if (other === path) continue
        const before = nodeAt(frontMatter, other)
        const after = nodeAt(result, other)
        if (before?.kind !== 'scalar' || after?.kind !== 'scalar') throw new Error('A value is gone.')
        expect(after.value === before.value && after.style === before.style).toBe(true)
      }
      const own = new Set(linesOfKey(frontMatter, path))
      const changes = diffArrays(text.split('\n'), patched.split('\n'))
      const gone = changes.flatMap((part) => (part.removed ? part.value : []))
      expect(gone.filter((line) => !own.has(line))).toEqual([])
    }
  })

  it('real files accept new values for all keys at once', () => {
    for (const [index, text] of texts.entries()) {
      if (index % 5 > 0) continue
      const frontMatter = read(text)
      const changes = scalarPaths(frontMatter.root).map((key, place) => ({
        kind: 'set' as const,
        key,
        value: hostile[(index + place) % hostile.length] ?? '',
      }))
      const result = read(patchFrontMatter(frontMatter, changes, format))
      for (const { key, value } of changes) expect(scalarAt(result, key)?.value).toBe(value)
      expect(result.body).toBe(frontMatter.body)
    }
  })

  it('real files in the given format are printed exactly as they are', () => {
    const same = texts.filter((text) => {
      const data = dataOf(text)
      const printed = printFrontMatter(withTypes(data), format)
      expect(dataOf(printed)).toEqual(data)
      // Some have a blank line before the closing marker.
      return printed === text.replace('\n\n---\n', '\n---\n')
    })
    console.info(`${same.length} of ${texts.length} real files are what printing their values gives.`)
    expect(same.length).toBeGreaterThan(texts.length / 2)
  })
})
