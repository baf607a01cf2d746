import { articleMapping } from '../../collections/articleMapping.ts'
import { readTextFile } from '../../src/files/readTextFile.ts'
import { walkFiles } from '../../src/files/walkFiles.ts'
import { parseFrontMatter, scalarAt } from '../../src/frontMatter/parse.ts'
import { readFile } from '../../src/mapping/readFile.ts'

/** The answer of a file: as written in the file, and decoded as an import stores it. */
export type Answer = { path: string; raw: string; markdown: string }

/** Reads the answers of all Markdown files under a content root. Files that are not articles are listed and skipped. */
export const readAnswers = async (root: string): Promise<{ answers: Answer[]; leftOut: string[] }> => {
  const answers: Answer[] = []
  const leftOut: string[] = []
  for await (const file of walkFiles(root)) {
    if (!file.path.endsWith('.md')) continue
    const read = file.kind === 'file' ? await readTextFile(root, file.path) : undefined
    const parsed = read?.ok === true ? parseFrontMatter(read.text) : undefined
    const frontMatter = parsed?.ok === true ? parsed.frontMatter : undefined
    const raw = frontMatter && scalarAt(frontMatter, ['answer'])
    const markdown = frontMatter && readFile(articleMapping, file.path, frontMatter).record.fields.answer
    if (raw === undefined || typeof markdown !== 'string') leftOut.push(file.path)
    else answers.push({ path: file.path, raw: raw.value, markdown })
  }
  return { answers, leftOut }
}
