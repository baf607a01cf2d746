import type { Root, RootContent } from 'mdast'

import { printMarkdown } from '../syntax/printMarkdown.ts'
import { fromLexical } from './fromLexical.ts'
import type { EditorContent } from './nodes.ts'
import { readsAs } from './readsAs.ts'

/** The blocks of source that decide what a reference in another block is. */
export const definitionsIn = (nodes: RootContent[]): string =>
  nodes
    .flatMap((node) => (node.type === 'html' && /^ {0,3}\[/.test(node.value) ? [node.value] : []))
    .join('\n\n')

/** Prints the blocks of a document, with the blank lines between them and with few escapes. */
export const printDocument = (tree: Root): string =>
  printMarkdown(tree, readsAs(definitionsIn(tree.children)))

/** The Markdown of a Lexical state, every block printed anew. Ends without a line break. */
export const lexicalToMarkdown = (state: EditorContent): string => printDocument(fromLexical(state))
