import { decodeEscapes, encodeEscapes } from '../../../src/markdown/escapes.ts'
import { articleText } from '../../fixtures/articleText.ts'

/**
 * The text of an article's file under a subject, with an answer in Markdown; all else is the same for each article.
 * @throws If the answer cannot be written on one line, since an import would read another one.
 */
export const articleFile = (subject: string, slug: string, answer: string): string => {
  const raw = encodeEscapes(answer, 'escaped')
  if (decodeEscapes(raw).text !== answer) throw new Error(`The answer of ${slug} has no escaped form.`)
  return articleText(subject, slug, { answer: `answer: >-\n    ${raw}` })
}

/** The path of an article's file under a content root. */
export const articlePath = (subject: string, slug: string): string => `learn/${subject}/${slug}.md`

/** The url of an article, which no other one has. */
export const articleUrl = (subject: string, slug: string): string => `/learn/${subject}/questions/${slug}`
