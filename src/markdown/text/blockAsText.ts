import type { List, RootContent, Table } from 'mdast'

import { htmlAsText, inlineAsText } from './inlineAsText.ts'

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
    // These three stand in lists and tables alone.
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return ''
    default:
      return inlineAsText([node])
  }
}

/** Blocks as plain text, what is empty left out, with an empty line between them or what is given. */
export const blocksAsText = (nodes: RootContent[], between = '\n\n'): string =>
  nodes
    .map(blockAsText)
    .filter((text) => text.trim() !== '')
    .join(between)
