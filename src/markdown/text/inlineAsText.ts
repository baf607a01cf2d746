import type { PhrasingContent } from 'mdast'

import { htmlPieces } from '../syntax/htmlPieces.ts'

// Line endings within a paragraph are spaces to a reader.
const inOneLine = (text: string): string => text.replace(/[ \t]*\r?\n[ \t]*/g, ' ')

const pieceAsText = (node: PhrasingContent, lineBreak: string): string => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return inOneLine(node.value)
    case 'html':
      return htmlAsText(node.value, lineBreak)
    case 'source':
      return node.value
    case 'break':
      return lineBreak
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`
    default:
      return inlineAsText(node.children, lineBreak)
  }
}

/** What stands in a paragraph, as plain text in one line but for its line breaks. */
export const inlineAsText = (nodes: PhrasingContent[], lineBreak = '\n'): string =>
  nodes.reduce((text, node, index) => {
    const piece = pieceAsText(node, lineBreak)
    const before = nodes[index - 1]
    // A comment that is gone leaves the blanks on both of its sides.
    const isAfterComment = before?.type === 'html' && htmlPieces(before.value).length === 0
    return isAfterComment && /(?:^|\s)$/.test(text) ? text + piece.trimStart() : text + piece
  }, '')

/** HTML within Markdown as plain text, without its comments. */
export const htmlAsText = (html: string, lineBreak = '\n'): string =>
  htmlPieces(html)
    .map((piece) => (piece.type === 'text' ? piece.value : lineBreak))
    .join('')
