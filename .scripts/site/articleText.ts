import type { Article } from './articles.ts'
import type { ShownLink } from './links.ts'

export type ArticleText = {
  article: Article
  description: string
  keywords: string
  /** In Markdown, with real line breaks. */
  answer: string
  links: readonly ShownLink[]
  plain: boolean
  scored: boolean
  noIndex: boolean
  blankLine: boolean
}

const title = (key: string, text: string, plain: boolean): string[] =>
  plain ? [`${key}: ${text}`] : [`${key}: >-`, `    ${text}`]

const linkBlock = ({ id, title: text, subject, url, plain }: ShownLink, at: number): string[] => [
  `related_article${at + 1}:`,
  `    id: ${id}`,
  ...title('title', text, plain).map((line) => `    ${line}`),
  `    subject: ${subject}`,
  `    url: ${url}`,
]

/** The text of an article's file, in the form of the real ones. */
export const articleText = (values: ArticleText): string => {
  const { article, plain } = values
  return [
    '---',
    '_schema: default',
    `id: ${article.id}`,
    `date: ${article.date}`,
    ...title('title', article.question, plain),
    ...title('article_title', article.question, plain),
    'date_format: MMM DD, YYYY',
    'post_on_text: Posted on',
    'seo:',
    `  title: Fieldnotes | ${article.subject.spellings[0] ?? ''}`,
    '  page_description: >-',
    `    ${values.description}`,
    '  page_keywords: >-',
    `    ${values.keywords}`,
    'author: Fieldnotes',
    'question: >-',
    `    ${article.question}`,
    ...(values.noIndex ? ['no_index: True'] : []),
    'answer: >-',
    `    ${values.answer.replaceAll('\n', String.raw`\n`)}`,
    `subject: ${article.spelling}`,
    `file_name: ${article.slug}.md`,
    `url: ${article.url}`,
    ...(values.scored ? ['score: -1.0'] : []),
    ...values.links.flatMap(linkBlock),
    ...(values.blankLine ? [''] : []),
    '---',
    '',
    '&nbsp;',
  ].join('\n')
}
