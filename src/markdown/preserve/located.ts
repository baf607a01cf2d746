import type { Nodes, Root, RootContent } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { blockFromLexical, blockToLexical } from '../lexical/document.ts'
import { parseOrSource } from '../lexical/parseOrSource.ts'

/** A node as the editor sees it, with the position of its source in a text. */
export type Located = {
  node: Nodes
  /** Its canonical content; nodes with equal strings are unchanged. */
  canonical: string
  start: number
  /** Offset after its last character. */
  end: number
  /** Its items, rows, cells or blocks that have a source of their own. */
  children: Located[]
}

const containers = new Set(['blockquote', 'list', 'listItem', 'table', 'tableRow'])

const childrenOf = (node: Nodes): Nodes[] =>
  containers.has(node.type) && 'children' in node ? node.children : []

/** Whether a node is a list item with a check box. */
export const isTask = (node: Nodes): boolean => node.type === 'listItem' && typeof node.checked === 'boolean'

/** A paragraph without the check box, which the parser includes if the text begins with a mark. */
const afterBox = (located: Located, text: string): Located => {
  const box = /^\[[ \txX]\][ \t]/.exec(text.slice(located.start, located.start + 4))?.[0] ?? ''
  return { ...located, start: located.start + box.length }
}

/** The source range of a node; for a cell, what is between its pipes and padding. */
const rangeOf = (source: Nodes): { start: number; end: number } => {
  const children = source.type === 'tableCell' ? source.children : [source]
  return {
    start: children[0]?.position?.start.offset ?? 0,
    end: children.at(-1)?.position?.end.offset ?? 0,
  }
}

/** Combines the editor's tree of a node with the tree of its source as far as their shapes agree. */
const together = (node: Nodes, source: Nodes, text: string): Located => {
  const [ours, theirs] = [childrenOf(node), childrenOf(source)]
  const isSame = ours.length === theirs.length && ours.every((child, at) => child.type === theirs[at]?.type)
  return {
    node,
    canonical: canonical(node),
    ...rangeOf(source),
    children: isSame
      ? ours.flatMap((child, at) => {
          const other = theirs[at]
          if (!other) return []
          const located = together(child, other, text)
          return [at === 0 && isTask(node) ? afterBox(located, text) : located]
        })
      : [],
  }
}

const locateBlock = (source: RootContent, text: string): Located[] =>
  blockFromLexical(blockToLexical(source, text)).map((node) => together(node, source, text))

/** The blocks of a parsed text. They do not contain what the editor does not show, such as an empty formula. */
export const locate = (tree: Root, text: string): Located[] =>
  tree.children.flatMap((block) => locateBlock(block, text))

/** The texts before and after an edit: on the next keystroke, one of them is needed again. */
const maxTexts = 2

const recent = new Map<string, Located[]>()

/**
 * The blocks of a Markdown text without a byte order mark. Do not modify them: those of the last two texts are cached,
 * since an editor saves on every keystroke.
 */
export const locateText = (text: string): readonly Located[] => {
  const located = recent.get(text) ?? locate(parseOrSource(text), text)
  recent.delete(text)
  recent.set(text, located)
  for (const oldest of recent.keys()) if (recent.size > maxTexts) recent.delete(oldest)
  return located
}
