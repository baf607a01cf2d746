import {
  $createParagraphNode,
  $isParagraphNode,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'

import { CodeBlockNode } from '../nodes/CodeBlockNode.tsx'
import { MathNode } from '../nodes/MathNode.tsx'
import { SourceNode } from '../nodes/SourceNode.tsx'

const $paragraphOf = (nodes: LexicalNode[]) => $createParagraphNode().append(...nodes)

// A block that shares its paragraph with text would be written into the text's line.
const $standAlone = (piece: LexicalNode): void => {
  const paragraph = piece.getParent()
  if (!$isParagraphNode(paragraph) || paragraph.getParent()?.getType() !== 'root') return
  if (paragraph.getChildrenSize() === 1) return
  const after = piece.getNextSiblings()
  const before = piece.getPreviousSiblings()
  if (after.length > 0) paragraph.insertAfter($paragraphOf(after))
  if (before.length > 0) paragraph.insertBefore($paragraphOf(before))
}

/** Gives block pieces among text a paragraph of their own, whenever one comes there. Returns what ends it. */
export const registerLonePieces = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(MathNode, (node) => {
      if (node.getData().display) $standAlone(node)
    }),
    editor.registerNodeTransform(CodeBlockNode, $standAlone),
    editor.registerNodeTransform(SourceNode, (node) => {
      if (node.getData().block) $standAlone(node)
    }),
  )
