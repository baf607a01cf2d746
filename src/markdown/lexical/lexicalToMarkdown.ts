import type { Nodes, Root, RootContent } from 'mdast'

import { printMarkdown } from '../syntax/printMarkdown.ts'
import { fromLexical } from './fromLexical.ts'
import type { EditorContent } from './nodes.ts'
import { readsAs } from './readsAs.ts'

/** A line that begins, maybe in a list or a quote, with `[name]:`. */
const definition = /(?:^|\n)[ \t>*+\-\d.)]*\[[^\]\n]+\]:/

const definitionsOf = (node: Nodes): string[] => {
  if (node.type === 'html') return definition.test(node.value) ? [node.value] : []
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap(definitionsOf) : []
}

/** The blocks of source that decide what a reference in another block is. */
export const definitionsIn = (nodes: RootContent[]): string => nodes.flatMap(definitionsOf).join('\n\n')

/** Prints the blocks of a document, with the blank lines between them and with few escapes. */
export const printDocument = (tree: Root): string =>
  printMarkdown(tree, readsAs(definitionsIn(tree.children)))

/** The Markdown of a Lexical state, every block printed anew. Ends without a line break. */
export const lexicalToMarkdown = (state: EditorContent): string => printDocument(fromLexical(state))
