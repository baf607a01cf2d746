import type { Nodes, Root, RootContent } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { blockFromLexical } from '../lexical/fromLexical.ts'
import { blockToLexical } from '../lexical/toLexical.ts'

/** A node as the editor has it, with the place of its source in a text. */
export type Located = {
  node: Nodes
  /** What it says; equal strings are unchanged nodes. */
  canonical: string
  start: number
  /** Offset after its last character. */
  end: number
  /** Its items, rows or blocks, where each has a source of its own. */
  children: Located[]
}

const containers = new Set(['blockquote', 'list', 'listItem', 'table'])

const childrenOf = (node: Nodes): Nodes[] =>
  containers.has(node.type) && 'children' in node ? node.children : []

/** The tree of the editor's node and the tree of its source, put together where they have the same shape. */
const together = (node: Nodes, source: Nodes): Located => {
  const [ours, theirs] = [childrenOf(node), childrenOf(source)]
  const isSame = ours.length === theirs.length && ours.every((child, at) => child.type === theirs[at]?.type)
  return {
    node,
    canonical: canonical(node),
    start: source.position?.start.offset ?? 0,
    end: source.position?.end.offset ?? 0,
    children: isSame
      ? ours.flatMap((child, at) => {
          const other = theirs[at]
          return other ? [together(child, other)] : []
        })
      : [],
  }
}

const locateBlock = (source: RootContent, text: string): Located[] =>
  blockFromLexical(blockToLexical(source, text)).map((node) => together(node, source))

/** The blocks of a parsed text. What the editor does not show, such as an empty formula, is in none of them. */
export const locate = (tree: Root, text: string): Located[] =>
  tree.children.flatMap((block) => locateBlock(block, text))
