import { isParsable } from '../parsingCost.ts'
import { parseMarkdown } from '../syntax/parseMarkdown.ts'
import { paragraphNode, sourceBlock, withChildren } from './build.ts'
import type { SerializedAnswer } from './nodes.ts'
import { toLexical } from './toLexical.ts'

const asSource = (text: string): SerializedAnswer => ({
  root: { ...withChildren([paragraphNode([sourceBlock(text)])]), type: 'root' },
})

/**
 * The Lexical state of a Markdown text. Never throws: a text that the parser cannot take in reasonable time and space
 * becomes one block of source.
 */
export const markdownToLexical = (markdown: string): SerializedAnswer => {
  const text = markdown.startsWith('\uFEFF') ? markdown.slice(1) : markdown
  if (!isParsable(text)) return asSource(text)
  try {
    return toLexical(parseMarkdown(text), text)
  } catch (error) {
    if (error instanceof RangeError) return asSource(text)
    throw error
  }
}
