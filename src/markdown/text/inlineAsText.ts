import type { PhrasingContent } from 'mdast'

// Line endings within a paragraph are spaces to a reader.
const inOneLine = (text: string): string => text.replace(/[ \t]*\r?\n[ \t]*/g, ' ')

const pieceAsText = (node: PhrasingContent): string => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return inOneLine(node.value)
    case 'html':
    case 'source':
      return node.value
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`
    default:
      return inlineAsText(node.children)
  }
}

/** What stands in a paragraph, as plain text in one line but for its line breaks. */
export const inlineAsText = (nodes: PhrasingContent[]): string => nodes.map(pieceAsText).join('')
