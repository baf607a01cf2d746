import type { Nodes, RootContent } from 'mdast'

import { canonicalPhrasing } from './canonicalPhrasing.ts'

const formOf = (node: Nodes): unknown => {
  switch (node.type) {
    case 'paragraph':
    case 'tableCell':
      return [node.type, canonicalPhrasing(node.children)]
    case 'heading':
      return [node.type, node.depth, canonicalPhrasing(node.children)]
    case 'list':
      return [node.type, node.ordered === true ? (node.start ?? 1) : '', node.spread, formsOf(node.children)]
    case 'listItem':
      return [node.type, node.checked ?? '', formsOf(node.children)]
    case 'table':
      return [node.type, node.align, formsOf(node.children)]
    case 'tableRow':
    case 'blockquote':
      return [node.type, formsOf(node.children)]
    case 'code':
      return [node.type, node.lang ?? '', node.meta ?? '', node.value]
    case 'math':
      return [node.type, node.value.trim()]
    case 'html':
      return [node.type, node.value]
    default:
      return [node.type]
  }
}

const formsOf = (nodes: Nodes[]): unknown[] => nodes.map(formOf)

/**
 * What a block says, as a string that two blocks share exactly when a reader of the editor sees the same. For the trees
 * that `fromLexical` makes: they have no position, no references, and nothing empty.
 */
export const canonical = (node: Nodes): string => JSON.stringify(formOf(node))

/** The canonical strings of several blocks. */
export const canonicals = (nodes: RootContent[]): string[] => nodes.map(canonical)
