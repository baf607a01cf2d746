import type { Nodes, Root, RootContent } from 'mdast'

import type { Reads } from '../syntax/fewEscapes.ts'
import { printMarkdown } from '../syntax/printMarkdown.ts'
import { canonical } from './canonical.ts'
import { documentFromLexical, markdownToLexical } from './document.ts'
import type { EditorContent } from './nodes.ts'

/** A line that begins with `[name]:`, possibly in a list or a quote. */
const definition = /(?:^|\n)[ \t>*+\-\d.)]*\[[^\]\n]+\]:/

const definitionsOf = (node: Nodes): string[] => {
  if (node.type === 'html') return definition.test(node.value) ? [node.value] : []
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap(definitionsOf) : []
}

/** The source blocks that determine what a reference in another block means. */
export const definitionsIn = (nodes: RootContent[]): string => nodes.flatMap(definitionsOf).join('\n\n')

const indented = (text: string): string => `- ${text.replaceAll('\n', '\n  ')}`

/** The first leaf block of a text, whatever its containers, unless it has siblings. */
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
 * Creates a check of whether a text block, as printed, parses to the same content. `definitions` is Markdown that
 * defines references, such as `[a]: b`: whole blocks, ending with a blank line.
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

/** Prints the blocks of a document, separated by blank lines, with as few escapes as possible. */
export const printDocument = (tree: Root): string =>
  printMarkdown(tree, readsAs(definitionsIn(tree.children)))

/**
 * Converts a Lexical editor state to Markdown, without a trailing newline. Nodes of types that `markdownToLexical` does
 * not make contribute their text. To save an edited text, use `saveMarkdown`, which preserves the unedited characters.
 *
 * @example
 * lexicalToMarkdown(markdownToLexical('__Water__ is wet.')) // '__Water__ is wet.'
 */
export const lexicalToMarkdown = (state: EditorContent): string => printDocument(documentFromLexical(state))
