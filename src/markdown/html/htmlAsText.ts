import type { ElementContent } from 'hast'
import type { Html, Parents } from 'mdast'

import { htmlPieces, type HtmlPiece } from '../syntax/htmlPieces.ts'

const flow = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

const nodeOf = (piece: HtmlPiece): ElementContent =>
  piece.type === 'text' ? piece : { type: 'element', tagName: 'br', properties: {}, children: [] }

const isBlank = (piece: HtmlPiece): boolean => piece.type === 'text' && piece.value.trim() === ''

/** HTML within Markdown as readers see it: a paragraph where it stands alone, unless nothing is left of it. */
export const htmlAsText = (
  _: unknown,
  { value }: Html,
  parent: Parents | undefined,
): ElementContent[] | ElementContent | undefined => {
  const pieces = htmlPieces(value)
  const children = pieces.map(nodeOf)
  if (parent !== undefined && !flow.has(parent.type)) return children
  return pieces.every(isBlank) ? undefined : { type: 'element', tagName: 'p', properties: {}, children }
}
