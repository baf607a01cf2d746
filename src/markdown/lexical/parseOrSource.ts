import type { Nodes, Root } from 'mdast'

import { isParsable } from '../parsingCost.ts'
import { parseMarkdown } from '../syntax/parseMarkdown.ts'

/** A text as a single block that is shown unchanged. */
const asSource = (text: string): Root => ({
  type: 'root',
  children: [
    {
      type: 'html',
      value: text,
      position: {
        start: { line: 1, column: 1, offset: 0 },
        end: { line: 1, column: 1, offset: text.length },
      },
    },
  ],
})

/** Maximum depth of a tree. Deeper trees are attempts to exhaust the stack. */
const maxDepth = 100

const isDeep = (tree: Root): boolean => {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}

/**
 * Parses Markdown without a byte order mark. Never throws: a text that cannot be parsed in reasonable time and space
 * becomes a single block.
 */
export const parseOrSource = (text: string): Root => {
  if (!isParsable(text)) return asSource(text)
  try {
    const tree = parseMarkdown(text)
    return isDeep(tree) ? asSource(text) : tree
  } catch (error) {
    if (error instanceof RangeError) return asSource(text)
    throw error
  }
}
