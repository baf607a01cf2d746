import { parse } from 'yaml'

import type { CorpusFile } from './corpusFiles.ts'

/** Facts about a site's files, counted from the files alone, without any code of the product. */
export type SiteFacts = {
  files: number
  /** Files whose id occurs in another file too, and the number of those ids. */
  sharing: { files: number; ids: number }
  subjects: { folders: number; spellings: number }
  /** Link blocks whose URL no file has: path and URL of each. */
  unresolved: string[]
  resolved: number
}

type Block = { url: string }

/** The values of a file's front matter, all of them texts. */
export const frontMatterOf = (text: string): Record<string, unknown> => {
  const [, yaml = ''] = text.split(/^---$/m)
  return parse(yaml, { schema: 'failsafe' })
}

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string'

/** Counts the facts of a site directly from its files. */
export const siteFacts = (files: readonly CorpusFile[]): SiteFacts => {
  const all = files.map(({ path, text }) => ({ path, values: frontMatterOf(text) }))
  const urls = new Set(all.map(({ values }) => values.url))
  const ids = new Map<unknown, number>()
  for (const { values } of all) ids.set(values.id, (ids.get(values.id) ?? 0) + 1)
  const shared = [...ids.values()].filter((count) => count > 1)
  const links = all.flatMap(({ path, values }) =>
    Object.entries(values).flatMap(([key, value]) =>
      /^related_article\d+$/.test(key) && isBlock(value) ? [{ path, url: value.url }] : [],
    ),
  )
  return {
    files: all.length,
    sharing: { files: shared.reduce((sum, count) => sum + count, 0), ids: shared.length },
    subjects: {
      folders: new Set(all.map(({ path }) => path.split('/')[1])).size,
      spellings: new Set(all.map(({ values }) => values.subject)).size,
    },
    unresolved: links.filter(({ url }) => !urls.has(url)).map(({ path, url }) => `${path} ${url}`),
    resolved: links.filter(({ url }) => urls.has(url)).length,
  }
}
