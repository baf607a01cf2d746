import { conversions } from './conversions.ts'
import type { MarkdownFormat } from './markdownFormats.ts'

// Loaded when first asked for: KaTeX and the parsers take a third of a second that a start need not wait for.
const converters: Record<MarkdownFormat, (markdown: string) => Promise<string>> = {
  markdown: (markdown) => Promise.resolve(markdown),
  html: async (markdown) => (await import('../../markdown/html.ts')).renderHtml(markdown),
  text: async (markdown) => (await import('../../markdown/text.ts')).toText(markdown),
  lexical: async (markdown) =>
    JSON.stringify((await import('../../markdown/conversion.ts')).lexicalForReaders(markdown)),
}

/**
 * A Markdown text in a format: HTML, plain text, or Lexical's JSON as text. A text that was converted before comes from
 * the cache.
 */
export const convertMarkdown = async (markdown: string, format: MarkdownFormat): Promise<string> => {
  if (format === 'markdown' || markdown === '') return converters[format](markdown)
  const cache = conversions()
  const key = `${format}\n${markdown}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const converted = await converters[format](markdown)
  cache.set(key, converted)
  return converted
}
