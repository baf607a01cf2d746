import type { SerializedAnswer } from './nodes.ts'
import { parseOrSource } from './parseOrSource.ts'
import { toLexical } from './toLexical.ts'

/**
 * The Lexical state of a Markdown text. Never throws: a text that the parser cannot take in reasonable time and space
 * becomes one block of source.
 */
export const markdownToLexical = (markdown: string): SerializedAnswer => {
  const text = markdown.startsWith('\uFEFF') ? markdown.slice(1) : markdown
  return toLexical(parseOrSource(text), text)
}
