import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'

export type CorpusFile = {
  /** Path under the content root, with forward slashes. */
  path: string
  text: string
}

/**
 * The real files of a content root, sorted by path: of a site, or of the given folder. They are not part of the project: if
 * they are missing, the list is empty, the reason is printed, and tests that need them are skipped.
 */
export const corpusFiles = (folder = 'site'): CorpusFile[] => {
  const root = resolve(process.env.CORPUS_DIR ?? '../shared/corpus', folder)
  if (!existsSync(root)) {
    console.warn(`Skipped: the real files are not in ${root}. CORPUS_DIR names another folder.`)
    return []
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
}
