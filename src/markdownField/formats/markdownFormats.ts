/** What a Markdown text may be asked for as. `lexical` is the JSON of Payload's rich text. */
export const markdownFormats = ['markdown', 'html', 'text', 'lexical'] as const

/** One of the formats that a Markdown text may be asked for as. */
export type MarkdownFormat = (typeof markdownFormats)[number]

/** Whether a value names a format. */
export const isMarkdownFormat = (value: unknown): value is MarkdownFormat =>
  markdownFormats.some((format) => format === value)
