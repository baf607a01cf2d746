/** The formats that a Markdown text can be requested in. `lexical` is the JSON of Payload's rich text. */
export const markdownFormats = ['markdown', 'html', 'text', 'lexical'] as const

/** One of these formats. */
export type MarkdownFormat = (typeof markdownFormats)[number]

/** Whether a value names a format. */
export const isMarkdownFormat = (value: unknown): value is MarkdownFormat =>
  markdownFormats.some((format) => format === value)
