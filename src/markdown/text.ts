import type { List, PhrasingContent, RootContent, Table } from 'mdast'

import { isParsable } from './parsingCost.ts'
import { htmlPieces } from './syntax/htmlPieces.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

/** HTML within Markdown as plain text, without its comments. */
const htmlAsText = (html: string, lineBreak = '\n'): string =>
  htmlPieces(html)
    .map((piece) => (piece.type === 'text' ? piece.value : lineBreak))
    .join('')

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

/** The content of a paragraph as plain text, on one line except for its hard breaks. */
const inlineAsText = (nodes: PhrasingContent[], lineBreak = '\n'): string =>
  nodes.reduce((text, node, index) => {
    const piece = pieceAsText(node, lineBreak)
    const before = nodes[index - 1]
    // A removed comment leaves the spaces on both of its sides.
    const isAfterComment = before?.type === 'html' && htmlPieces(before.value).length === 0
    return isAfterComment && /(?:^|\s)$/.test(text) ? text + piece.trimStart() : text + piece
  }, '')

const indented = (text: string): string => text.replace(/\n(?=[^\n])/g, '\n  ')

const listAsText = ({ children, ordered, spread, start }: List): string => {
  const marker = (index: number): string => (ordered === true ? `${(start ?? 1) + index}.` : '•')
  const items = children.map((item, index) => {
    const isLoose = spread === true || item.spread === true
    return `${marker(index)} ${indented(blocksAsText(item.children, isLoose ? '\n\n' : '\n'))}`.trimEnd()
  })
  return items.join('\n')
}

const tableAsText = ({ children }: Table): string =>
  children
    .map((row) => row.children.map((cell) => inlineAsText(cell.children, ' ').trim()).join('\t'))
    .join('\n')

const blockAsText = (node: RootContent): string => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineAsText(node.children).trim()
    case 'code':
    case 'math':
      return node.value
    case 'html':
      return htmlAsText(node.value).trim()
    case 'blockquote':
      return blocksAsText(node.children)
    case 'footnoteDefinition':
      return `[${node.label ?? node.identifier}] ${blocksAsText(node.children)}`
    case 'list':
      return listAsText(node)
    case 'table':
      return tableAsText(node)
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
    // These three occur only in lists and tables.
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return ''
    default:
      return inlineAsText([node])
  }
}

/** Blocks as plain text without empty ones, separated by an empty line or by `between`. */
const blocksAsText = (nodes: RootContent[], between = '\n\n'): string =>
  nodes
    .map(blockAsText)
    .filter((text) => text.trim() !== '')
    .join(between)

/**
 * Converts Markdown to plain text for search, feeds and descriptions: blank lines between blocks, formulas as LaTeX,
 * code unchanged, a table row as a line with tabs, links and images as their text. HTML in the Markdown stays text, as
 * in `renderHtml`: comments are omitted and `<br>` breaks the line. A text that is too large or too deeply nested to
 * parse is returned unchanged. Never throws.
 *
 * @example
 * toText('Water is **wet**.') // 'Water is wet.'
 */
export const toText = (markdown: string): string => {
  if (!isParsable(markdown)) return markdown
  try {
    return blocksAsText(parseMarkdown(markdown).children)
  } catch (error) {
    // With thousands of nested quotes or emphases, the parser and the steps after it exhaust the stack: they are
    // recursive.
    if (error instanceof RangeError) return markdown
    throw error
  }
}
