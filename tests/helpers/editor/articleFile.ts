import { decodeEscapes, encodeEscapes } from '../../../src/markdown/escapes.ts'
import { articleText } from '../../fixtures/articleText.ts'

/** The subject under which articles for tests of the editor are filed. */
export const subject = 'editor'

/**
 * The text of an article's file with an answer in Markdown, all else the same for each article.
 * @throws Where the answer cannot stand on one line: an import would read another one.
 */
export const articleFile = (slug: string, answer: string): string => {
  const raw = encodeEscapes(answer, 'escaped')
  if (decodeEscapes(raw).text !== answer) throw new Error(`The answer of ${slug} has no escaped form.`)
  return articleText(subject, slug, { answer: `answer: >-\n    ${raw}` })
}

/** Where the file of an article lies under a content root. */
export const articlePath = (slug: string): string => `learn/${subject}/${slug}.md`
