import { lineBreak, textNode } from '../../../../markdown/lexical/build.ts'
import {
  textFormat,
  type SerializedBlock,
  type SerializedInline,
  type SerializedList,
  type SerializedListItem,
} from '../../../../markdown/lexical/nodes.ts'

type Line = SerializedInline[]

const joined = (lines: Line[], between: () => SerializedInline): Line =>
  lines.flatMap((line, index) => (index > 0 ? [between(), ...line] : line))

/** Code as lines; everything else stays in its line. */
const linesOfInline = (nodes: SerializedInline[]): Line[] => {
  const lines: Line[] = [[]]
  for (const node of nodes) {
    if (node.type !== 'answerbook-code') lines.at(-1)?.push(node)
    else lines.push(...node.code.split('\n').map((line) => [textNode(line, textFormat.code)]), [])
  }
  return lines
}

const isList = (node: SerializedInline | SerializedList): node is SerializedList => node.type === 'list'

const ownOf = (item: SerializedListItem): SerializedInline[] =>
  item.children.filter((child) => !isList(child))

const listLines = (list: SerializedList, depth = 0): Line[] => {
  let number = list.start - 1
  return list.children.flatMap((item) => {
    const nested = item.children.filter(isList).flatMap((inner) => listLines(inner, depth + 1))
    const own = ownOf(item)
    if (own.length === 0 || item.$?.continues === true) return [...linesOfInline(own), ...nested]
    number += 1
    const mark = list.listType === 'number' ? `${number}. ` : depth > 0 ? '– ' : '• '
    return [...linesOfInline([textNode(mark), ...own]), ...nested]
  })
}

const linesOf = (block: SerializedBlock): Line[] => {
  switch (block.type) {
    case 'horizontalrule':
      return []
    case 'list':
      return listLines(block)
    case 'table':
      return block.children.map((row) =>
        joined(
          row.children.map((cell) => cell.children.flatMap(({ children }) => children)),
          () => textNode(', '),
        ),
      )
    default:
      return linesOfInline(block.children)
  }
}

/**
 * Reduces the blocks of a document to what a table cell can hold: lines separated by breaks, one for each paragraph,
 * item, row and line of code.
 */
export const linesInCell = (blocks: SerializedBlock[]): SerializedInline[] =>
  joined(
    blocks.flatMap(linesOf).filter((line) => line.length > 0),
    () => lineBreak(),
  )
