import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'

export type CorpusFile = {
  /** Path under the content root, with forward slashes. */
  path: string
  text: string
}

const root = resolve(process.env.CORPUS_DIR ?? '../shared/corpus', 'site')

/**
 * The real files of a site, sorted by path. They are not part of the project: if they are missing, the list is empty,
 * the reason is printed, and tests that need them are skipped.
 */
export const corpusFiles = (): CorpusFile[] => {
  if (!existsSync(root)) {
    console.warn(`Skipped: the real files are not in ${root}. CORPUS_DIR names another folder.`)
    return []
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
}
