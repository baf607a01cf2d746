import type { BlockContent, Code, DefinitionContent, RootContent } from 'mdast'
import type { Math as MathBlock } from 'mdast-util-math'

import { lineBreak, sourceBlock } from './build.ts'
import { phrasingToLexical } from './inlineToLexical.ts'
import { mathToLexical } from './mathToLexical.ts'
import type { SerializedCode, SerializedInline } from './nodes.ts'
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

/** What stands after the opening dollars is lost in the formula, so it is shown; and so is a formula that is empty. */
export const isPlainMath = ({ meta, value }: MathBlock): boolean =>
  typeof meta !== 'string' && value.trim() !== ''

/** A formula with a closing fence, so that something can follow. */
const closed = (source: string): string =>
  /\n *\${2,}$/.test(source) ? source : `${source}\n${/^\$*/.exec(source)?.[0] ?? ''}`

/** A paragraph, code block, formula or anything else that is no container, as inline nodes of Lexical. */
export const leafToLexical = (node: Flow, text: string, isNested = false): SerializedInline[] => {
  if (node.type === 'paragraph') return phrasingToLexical(node.children, text)
  if (node.type === 'code') return [codeNode(node, text)]
  if (node.type === 'math' && isPlainMath(node)) return [mathToLexical(node, text, isNested)]
  if (node.type === 'html') return [sourceBlock(unixLines(node.value).trim())]
  const source = sourceOf(node, text, isNested).trimEnd()
  return [sourceBlock(node.type === 'math' ? closed(source) : source)]
}

/** Several blocks as inline nodes with paragraph breaks between them, for list items and quotes. */
export const leavesToLexical = (nodes: Flow[], text: string): SerializedInline[] =>
  nodes.flatMap((node, index) => [
    ...(index > 0 ? [lineBreak('paragraph')] : []),
    ...leafToLexical(node, text, true),
  ])
