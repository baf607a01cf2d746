import { conversions } from './conversions.ts'
import type { MarkdownFormat } from './markdownFormats.ts'

// Loaded on first use: KaTeX and the parsers take a third of a second, which need not delay the start.
const converters: Record<MarkdownFormat, (markdown: string) => Promise<string>> = {
  markdown: (markdown) => Promise.resolve(markdown),
  html: async (markdown) => (await import('../../markdown/html.ts')).renderHtml(markdown),
  text: async (markdown) => (await import('../../markdown/text.ts')).toText(markdown),
  lexical: async (markdown) =>
    JSON.stringify((await import('../../markdown/conversion.ts')).lexicalForReaders(markdown)),
}

/** Converts a Markdown text to HTML, plain text, or Lexical's JSON as text. Earlier conversions are taken from a cache. */
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
