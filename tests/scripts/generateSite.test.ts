import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { generateSite } from '../../.scripts/site/generateSite.ts'
import { measures, shareOf } from '../../.scripts/site/measures.ts'
import { FolderNotEmptyError, writeSite } from '../../.scripts/site/writeSite.ts'
import { articleMapping } from '../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import { canonicalLinks } from '../../src/mapping/links.ts'
import { exportText } from '../../src/mapping/exportText.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import { temporaryFolder } from '../files/temporaryFolder.ts'
import { frontMatterOf, siteFacts } from '../helpers/siteFacts.ts'

const size = 2_000
const files = [...generateSite({ articles: size })]

const digest = (site: Iterable<{ path: string; text: string }>): string => {
  const hash = createHash('sha256')
  for (const { path, text } of site) hash.update(`${path}\n${text}\n`)
  return hash.digest('hex')
}

const count = (pattern: RegExp): number => files.filter(({ text }) => pattern.test(text)).length

const values = files.map(({ text }) => frontMatterOf(text))

const linksOf = (text: string): string[] =>
  [...text.matchAll(/^related_article\d+:\n(?: {4}.*\n)*? {4}url: (.*)$/gm)].map(([, url = '']) => url)

it('the same seed gives the same bytes on every machine', () => {
  expect(digest(generateSite({ articles: 300 }))).toBe(
    '0eb16cea07dee1205b82b20bf34ab7911f61428b4eab8f3f65e51983679f1337',
  )
  expect(digest(generateSite({ articles: 300, seed: 2 }))).not.toBe(digest(generateSite({ articles: 300 })))
})

it.each([1, 2, 7, 60, 300])('a site of %i articles has as many files, each with its own path', (articles) => {
  const paths = [...generateSite({ articles })].map(({ path }) => path)
  expect(new Set(paths).size).toBe(articles)
})

it('every file is imported without a finding, and exported byte for byte', () => {
  for (const { path, text } of files) {
    const parsed = parseFrontMatter(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
    const { frontMatter } = parsed
    const { findings, record } = readFile(articleMapping, path, frontMatter)
    expect(findings, path).toEqual([])
    const copy = {
      fields: { ...record.fields, title: record.fields.question },
      links: canonicalLinks(record.links),
    }
    expect(exportText(articleMapping, copy, { path, frontMatter }), path).toBe(text)
  }
})

it('subjects, ids and links have the proportions of the real site', () => {
  const { resolved, sharing, subjects, unresolved } = siteFacts(files)
  expect(subjects).toEqual({ folders: 40, spellings: 44 })
  expect(sharing.ids).toBe(shareOf(measures.sharedIds, size))
  expect(sharing.files).toBe(2 * sharing.ids + shareOf(measures.triplets, size))
  expect(unresolved).toHaveLength(shareOf(measures.danglingLinks, size))
  // 2.86 links that resolve for each article.
  expect(resolved / size).toBeCloseTo(102_823 / 35_915, 1)

  const targets = new Set(files.flatMap(({ text }) => linksOf(text)))
  const urls = files.map(({ text }, at) => ({ url: String(values[at]?.url), links: linksOf(text) }))
  const repeating = urls.filter(({ links }) => new Set(links).size < links.length)
  expect(repeating).toHaveLength(shareOf(measures.repeating, size))
  const isolated = urls.filter(({ links, url }) => links.length === 0 && !targets.has(url))
  expect(isolated).toHaveLength(shareOf(measures.isolated, size))
  const withoutInbound = urls.filter(({ url }) => !targets.has(url)).length
  expect(withoutInbound / size).toBeCloseTo(10_392 / 35_915, 2)
})

it('twins share their question across subjects, and mostly their answer', () => {
  const groups = new Map<unknown, Record<string, unknown>[]>()
  for (const value of values) groups.set(value.question, [...(groups.get(value.question) ?? []), value])
  const twins = [...groups.values()].filter((group) => group.length > 1)
  expect(twins).toHaveLength(shareOf(measures.twins, size))
  const folderOf = ({ url }: Record<string, unknown>): unknown => String(url).split('/')[2]
  for (const group of twins) expect(new Set(group.map(folderOf)).size).toBe(group.length)
  const differing = twins.filter((group) => new Set(group.map(({ answer }) => answer)).size > 1)
  expect(differing).toHaveLength(shareOf(measures.differentAnswers, size))
})

it('links show the id and the title of their target, with a few exceptions', () => {
  const byUrl = new Map(values.map((value) => [value.url, value]))
  let [ids, titles] = [0, 0]
  for (const [key, link] of values.flatMap((value) => Object.entries(value))) {
    if (!key.startsWith('related_article') || typeof link !== 'object' || link === null) continue
    const [shown, target] = [new Map(Object.entries(link)), byUrl.get(Reflect.get(link, 'url'))]
    if (target && target.id !== shown.get('id')) ids += 1
    if (target && target.question !== shown.get('title')) titles += 1
  }
  // A link that its article lists twice is stale twice.
  expect(ids).toBeGreaterThanOrEqual(shareOf(measures.staleIds, size))
  expect(titles).toBeGreaterThanOrEqual(shareOf(measures.staleTitles, size))
  expect(ids + titles).toBeLessThan(1.2 * shareOf(measures.staleIds + measures.staleTitles, size))
})

it.each<[string, RegExp, number]>([
  ['plain titles', /^title: (?!>-)/m, measures.plainWithScore + measures.plainWithoutScore],
  ['plain article titles', /^article_title: (?!>-)/m, measures.plainWithScore + measures.plainWithoutScore],
  ['a score', /^score: -1\.0$/m, 35_915 - measures.plainWithoutScore],
  ['a blank line before the end', /\n\n---\n\n&nbsp;$/, measures.blankLineBeforeClosing],
  ['no_index', /^no_index: True\nanswer/m, measures.noIndex],
  ['no line break after the body', /\n---\n\n&nbsp;$/, 35_915],
  ['escaped line breaks', /^answer: >-\n {4}.*\\n/m, 35_915 - measures.oneLine],
  ['nested lists', /\\n {3}- /, measures.nestedLists],
  ['formulas', /\$|\\\(/, measures.math],
  ['commands like an escape', /\\n(?:u|eq|eg|abla|ot|otin)\b/, measures.escapeLikeCommands],
  ['doubled backslashes', /\\\\/, measures.doubledBackslashes],
  ['code', /```/, measures.code],
  ['a long description', /page_description: >-\n {4}.{161}/, 34_280],
])('as many files have %s as in the real site', (_, pattern, real) => {
  const share = real / 35_915
  // Twins share their answers, so few things of answers are a little more or less.
  const tolerance = Math.max(0.004, share * 0.05)
  expect(Math.abs(count(pattern) / size - share)).toBeLessThan(tolerance)
  expect(count(pattern)).toBeGreaterThan(0)
})

it('files are as long as the real ones', () => {
  const sizes = files.map(({ text }) => Buffer.byteLength(text)).sort((a, b) => a - b)
  const at = (share: number): number => sizes[Math.floor(size * share)] ?? 0
  const mean = sizes.reduce((sum, bytes) => sum + bytes, 0) / size
  expect(mean).toBeGreaterThan(4_100)
  expect(mean).toBeLessThan(4_700)
  expect(at(0.05)).toBeLessThan(3_100)
  expect(at(0.95)).toBeGreaterThan(5_300)
})

it('writeSite writes the files to an empty folder, and refuses any other', async () => {
  const folder = await temporaryFolder()
  const few = [...generateSite({ articles: 5 })]
  const written = await writeSite(join(folder, 'site'), few)
  expect(written).toEqual({
    files: 5,
    bytes: few.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
  })
  for (const { path, text } of few) expect(readFileSync(join(folder, 'site', path), 'utf8')).toBe(text)
  await expect(writeSite(join(folder, 'site'), few)).rejects.toBeInstanceOf(FolderNotEmptyError)
  expect(readdirSync(join(folder, 'site'))).toEqual(['learn'])
})
