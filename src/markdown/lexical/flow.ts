import type { BlockContent, Code, DefinitionContent, RootContent } from 'mdast'
import type { Math as MathBlock } from 'mdast-util-math'

import { lineBreak } from './build.ts'
import { isCode, isRecord, isMath, isSource } from './guards.ts'
import { phrasingFromLexical, phrasingToLexical } from './inline.ts'
import { isMathBlock, mathBlockFromLexical, mathToLexical } from './math.ts'
import type { SerializedCode, SerializedInline } from './nodes.ts'
import { sourceBlock } from './source.ts'
import { sourceOf, unixLines } from './sourceOf.ts'

export type Flow = BlockContent | DefinitionContent | RootContent

const codeNode = (node: Code, text: string): SerializedCode => {
  const fence = /^(`{3,}|~{3,})/.exec(sourceOf(node, text))?.[0]
  return {
    code: unixLines(node.value),
    language: node.lang ?? '',
    ...(typeof node.meta === 'string' && { meta: node.meta }),
    ...(fence !== undefined && fence !== '```' && { fence }),
    type: 'answerbook-code',
    version: 1,
  }
}

/** Text after the opening dollars would be lost in a formula, so such a formula becomes source; so does an empty one. */
export const isPlainMath = ({ meta, value }: MathBlock): boolean =>
  typeof meta !== 'string' && value.trim() !== ''

/** A formula with a closing fence, so that something can follow. */
const closed = (source: string): string =>
  /\n *\${2,}$/.test(source) ? source : `${source}\n${/^\$*/.exec(source)?.[0] ?? ''}`

/** Converts a paragraph, code block, formula or other leaf block to inline nodes of Lexical. */
export const leafToLexical = (node: Flow, text: string, isNested = false): SerializedInline[] => {
  if (node.type === 'paragraph') return phrasingToLexical(node.children, text)
  if (node.type === 'code') return [codeNode(node, text)]
  if (node.type === 'math' && isPlainMath(node)) return [mathToLexical(node, text, isNested)]
  if (node.type === 'html') return [sourceBlock(unixLines(node.value).trim())]
  const source = sourceOf(node, text, isNested).trimEnd()
  return [sourceBlock(node.type === 'math' ? closed(source) : source)]
}

/** Converts several blocks to inline nodes with paragraph breaks between them, for list items and quotes. */
export const leavesToLexical = (nodes: Flow[], text: string): SerializedInline[] =>
  nodes.flatMap((node, index) => [
    ...(index > 0 ? [lineBreak('paragraph')] : []),
    ...leafToLexical(node, text, true),
  ])

const isParagraphBreak = (node: unknown): boolean =>
  isRecord(node) && node.type === 'linebreak' && isRecord(node.$) && node.$.break === 'paragraph'

/** A node that is a block although Lexical holds it inline; undefined for text. */
const blockOf = (node: unknown): BlockContent | undefined => {
  if (isMath(node) && isMathBlock(node)) return mathBlockFromLexical(node)
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
 * The mdast blocks for inline nodes of Lexical: code, displayed formulas and source are blocks; the text between them
 * and between paragraph breaks becomes paragraphs. Empty paragraphs are omitted.
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
