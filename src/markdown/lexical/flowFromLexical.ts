import type { BlockContent } from 'mdast'

import { isCode, isFields, isMath, isSource } from './guards.ts'
import { phrasingFromLexical } from './inlineFromLexical.ts'
import { isMathBlock, mathBlockFrom } from './mathFromLexical.ts'

const isParagraphBreak = (node: unknown): boolean =>
  isFields(node) && node.type === 'linebreak' && isFields(node.$) && node.$.break === 'paragraph'

/** A node that is a block although Lexical holds it inline; undefined for text. */
const blockOf = (node: unknown): BlockContent | undefined => {
  if (isMath(node) && isMathBlock(node)) return mathBlockFrom(node)
  if (isSource(node) && node.block) return { type: 'html', value: node.markdown }
  if (!isCode(node)) return undefined
  return {
    type: 'code',
    lang: node.language === '' ? null : node.language,
    meta: node.meta ?? null,
    value: node.code,
    ...(node.fence !== undefined && { data: { fence: node.fence } }),
  }
}

const isEmpty = (node: BlockContent): boolean =>
  (node.type === 'math' || node.type === 'html') && node.value.trim() === ''

/**
 * The blocks of mdast for inline nodes of Lexical: code, displayed formulas and source stand alone, text between them
 * and between paragraph breaks is a paragraph each. Empty ones are left out.
 */
export const flowFromLexical = (nodes: readonly unknown[]): BlockContent[] => {
  const blocks: BlockContent[] = []
  let text: unknown[] = []
  const endParagraph = (): void => {
    const children = phrasingFromLexical(text)
    if (children.length > 0) blocks.push({ type: 'paragraph', children })
    text = []
  }
  for (const node of nodes) {
    const block = blockOf(node)
    if (block === undefined && !isParagraphBreak(node)) text.push(node)
    else endParagraph()
    if (block && !isEmpty(block)) blocks.push(block)
  }
  endParagraph()
  return blocks
}
