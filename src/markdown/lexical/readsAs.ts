import type { Nodes } from 'mdast'

import type { Reads } from '../syntax/fewEscapes.ts'
import { canonical } from './canonical.ts'
import { fromLexical } from './fromLexical.ts'
import { markdownToLexical } from './markdownToLexical.ts'

const indented = (text: string): string => `- ${text.replaceAll('\n', '\n  ')}`

/** The first leaf block that a text holds, whatever stands around it, unless there is anything beside it. */
const onlyBlock = (markdown: string, path: number, others: number): Nodes | undefined => {
  const blocks = fromLexical(markdownToLexical(markdown)).children
  if (blocks.length !== 1 + others) return undefined
  let node: Nodes | undefined = blocks[0]
  for (let depth = 0; depth < path; depth += 1) {
    node = node && 'children' in node && node.children.length > 0 ? node.children[0] : undefined
  }
  return node
}

/**
 * Makes the check whether a text block was printed so that it reads the same. `definitions` is Markdown that decides
 * what a reference is, such as `[a]: b`; it has to stand in blocks that end with a blank line.
 */
export const readsAs = (definitions: string): Reads => {
  const others = definitions === '' ? 0 : fromLexical(markdownToLexical(definitions)).children.length
  return (printed, node, parent) => {
    const expected = canonical(node)
    const read = (markdown: string, path: number): boolean => {
      const found = onlyBlock(`${markdown}\n\n${definitions}`, path, others)
      return found !== undefined && canonical(found) === expected
    }
    if (node.type === 'tableCell') return read(`| ${printed} |\n| --- |`, 2)
    return parent?.type === 'listItem' ? read(indented(printed), 2) : read(printed, 0)
  }
}
