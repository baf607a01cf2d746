import type { CorpusFile } from './corpusFiles.ts'
import { frontMatterOf } from './siteFacts.ts'

/** What an audit counts, counted from the files alone, without any code of the product. */
export type ContentFacts = {
  counts: Record<
    'resolved' | 'unresolved' | 'repeated' | 'self' | 'orphans' | 'isolated' | 'duplicates',
    number
  >
  /** Paths of the files whose question has at least 80 % of its words in common with that of another file, but differs. */
  similar: string[]
  /** Paths of the files whose answer begins as one that a language model refuses. */
  refusals: string[]
}

const linksOf = (values: Record<string, unknown>): string[] =>
  Object.entries(values).flatMap(([key, value]) =>
    /^related_article\d+$/.test(key) && typeof value === 'object' && value !== null && 'url' in value
      ? [String(value.url)]
      : [],
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const plain = (text: unknown): string =>
  String(text)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The share of the words of two lists that are in both. */
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared / (one.size + other.size - shared)
}

const similarIn = (all: readonly { path: string; question: string }[]): string[] => {
  const words = all.map(({ question }) => new Set(question.split(' ')))
  return all.flatMap(({ path, question }, at) => {
    const own = words[at] ?? new Set()
    const isSimilar = words.some(
      (other, to) => all[to]?.question !== question && overlap(own, other) >= 0.8 - Number.EPSILON,
    )
    return isSimilar ? [path] : []
  })
}

/** Counts the facts of a site directly from its files. */
export const contentFacts = (files: readonly CorpusFile[]): ContentFacts => {
  const all = files.map(({ path, text }) => {
    const values = frontMatterOf(text)
    const question = plain(values.question)
    return { path, url: String(values.url), question, answer: String(values.answer), links: linksOf(values) }
  })
  const urls = new Set(all.map(({ url }) => url))
  const inbound = new Set(all.flatMap(({ links, url }) => links.filter((to) => to !== url)))
  const questions = new Map<string, number>()
  for (const { question } of all) questions.set(question, (questions.get(question) ?? 0) + 1)
  const orphans = all.filter(({ url }) => !inbound.has(url))
  const links = all.flatMap((file) => file.links)
  return {
    counts: {
      resolved: links.filter((to) => urls.has(to)).length,
      unresolved: links.filter((to) => !urls.has(to)).length,
      repeated: sum(all.map((file) => file.links.length - new Set(file.links).size)),
      self: sum(all.map((file) => file.links.filter((to) => to === file.url).length)),
      orphans: orphans.length,
      isolated: orphans.filter(({ links: own, url }) => !own.some((to) => to !== url && urls.has(to))).length,
      duplicates: all.filter(({ question }) => (questions.get(question) ?? 0) > 1).length,
    },
    similar: similarIn(all),
    refusals: all.filter(({ answer }) => answer.startsWith('I cannot answer')).map(({ path }) => path),
  }
}
