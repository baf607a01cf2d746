import type { BlockContent, Code, DefinitionContent, RootContent } from 'mdast'

import { lineBreak, sourceBlock } from './build.ts'
import { phrasingToLexical } from './inlineToLexical.ts'
import { mathToLexical } from './mathToLexical.ts'
import type { SerializedCode, SerializedInline } from './nodes.ts'
import { sourceOf } from './sourceOf.ts'

export type Flow = BlockContent | DefinitionContent | RootContent

const codeNode = (node: Code, text: string): SerializedCode => {
  const fence = /^(`{3,}|~{3,})/.exec(sourceOf(node, text))?.[0]
  return {
    code: node.value,
    language: node.lang ?? '',
    ...(typeof node.meta === 'string' && { meta: node.meta }),
    ...(fence !== undefined && fence !== '```' && { fence }),
    type: 'answerbook-code',
    version: 1,
  }
}

/** A paragraph, code block, formula or anything else that is no container, as inline nodes of Lexical. */
export const leafToLexical = (node: Flow, text: string): SerializedInline[] => {
  if (node.type === 'paragraph') return phrasingToLexical(node.children, text)
  if (node.type === 'code') return [codeNode(node, text)]
  // What stands after the opening dollars is lost in the formula, so it is shown.
  if (node.type === 'math' && typeof node.meta !== 'string') return [mathToLexical(node, text)]
  if (node.type === 'html') return [sourceBlock(node.value)]
  return [sourceBlock(sourceOf(node, text))]
}

/** Several blocks as inline nodes with paragraph breaks between them, for list items and quotes. */
export const leavesToLexical = (nodes: Flow[], text: string): SerializedInline[] =>
  nodes.flatMap((node, index) => [
    ...(index > 0 ? [lineBreak('paragraph')] : []),
    ...leafToLexical(node, text),
  ])
