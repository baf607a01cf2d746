import type { Nodes, Root, RootContent } from 'mdast'

import type { Reads } from '../syntax/fewEscapes.ts'
import { printMarkdown } from '../syntax/printMarkdown.ts'
import { canonical } from './canonical.ts'
import { documentFromLexical, markdownToLexical } from './document.ts'
import type { EditorContent } from './nodes.ts'

/** A line that begins, maybe in a list or a quote, with `[name]:`. */
const definition = /(?:^|\n)[ \t>*+\-\d.)]*\[[^\]\n]+\]:/

const definitionsOf = (node: Nodes): string[] => {
  if (node.type === 'html') return definition.test(node.value) ? [node.value] : []
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap(definitionsOf) : []
}

/** The blocks of source that decide what a reference in another block is. */
export const definitionsIn = (nodes: RootContent[]): string => nodes.flatMap(definitionsOf).join('\n\n')

const indented = (text: string): string => `- ${text.replaceAll('\n', '\n  ')}`

/** The first leaf block of a text, whatever is around it, unless there is anything beside it. */
const onlyBlock = (markdown: string, path: number, others: number): Nodes | undefined => {
  const blocks = documentFromLexical(markdownToLexical(markdown)).children
  if (blocks.length !== 1 + others) return undefined
  let node: Nodes | undefined = blocks[0]
  for (let depth = 0; depth < path; depth += 1) {
    node = node && 'children' in node && node.children.length > 0 ? node.children[0] : undefined
  }
  return node
}

/**
 * Makes the check whether a text block was printed so that it reads the same. `definitions` is Markdown that decides
 * what a reference is, such as `[a]: b`; it has to be whole blocks, which end with a blank line.
 */
export const readsAs = (definitions: string): Reads => {
  const others = definitions === '' ? 0 : documentFromLexical(markdownToLexical(definitions)).children.length
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

/** Prints the blocks of a document, with the blank lines between them and with few escapes. */
export const printDocument = (tree: Root): string =>
  printMarkdown(tree, readsAs(definitionsIn(tree.children)))

/**
 * Converts a Lexical editor state to Markdown. Nodes of other types than `markdownToLexical` makes give their text. Ends
 * without a line break. To save an edited text use `saveMarkdown`, which keeps the characters of what was not edited.
 *
 * @example
 * lexicalToMarkdown(markdownToLexical('__Water__ is wet.')) // '__Water__ is wet.'
 */
export const lexicalToMarkdown = (state: EditorContent): string => printDocument(documentFromLexical(state))
