import { markdownToLexical } from '../../src/markdown/conversion.ts'
import type { EditorContent } from '../../src/markdown/lexical/nodes.ts'
import { parseMarkdown } from '../../src/markdown/syntax.ts'

export type ParagraphEdit = {
  state: EditorContent
  /** What must be kept: the text before and after the block. */
  before: string
  after: string
}

/** An answer with a few words added to the text at the start of one of its paragraphs; undefined if it has no such text. */
export const editParagraph = (markdown: string, seed: number): ParagraphEdit | undefined => {
  const state = markdownToLexical(markdown)
  const blocks = parseMarkdown(markdown).children
  const candidates = state.root.children.flatMap((block, at) =>
    block.type === 'paragraph' && block.children[0]?.type === 'text' ? [{ text: block.children[0], at }] : [],
  )
  const chosen = candidates[seed % Math.max(1, candidates.length)]
  const position = chosen && blocks[chosen.at]?.position
  if (!chosen || !position) return undefined
  chosen.text.text = `Now edited: ${chosen.text.text}`
  return {
    state,
    before: markdown.slice(0, position.start.offset),
    after: markdown.slice(position.end.offset),
  }
}
