import { articleMapping } from '../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import { corpusFiles } from './corpusFiles.ts'

export type CorpusAnswer = { path: string; answer: string }

/** The answers of the real files, decoded as an import stores them; empty if the files do not exist. */
export const corpusAnswers = (): CorpusAnswer[] =>
  corpusFiles().flatMap(({ path, text }) => {
    const parsed = parseFrontMatter(text)
    if (!parsed.ok) return []
    const { answer } = readFile(articleMapping, path, parsed.frontMatter).record.fields
    return typeof answer === 'string' ? [{ path, answer }] : []
  })
