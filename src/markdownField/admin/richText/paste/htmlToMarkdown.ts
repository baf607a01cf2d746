import type { Element, Root } from 'hast'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Root as MarkdownRoot, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

import { printMarkdown } from '../../../../markdown/syntax.ts'
import { isCellBreak } from '../table/cellInLines.ts'
import { cleanHtml } from './cleanHtml.ts'
import { isFormula, latexOf } from '../formula/pastedFormulas.ts'

/** Markdown of pasted HTML, and the number of images that only the original page could show. */
export type PastedMarkdown = { markdown: string; lostImages: number }

const span: Handle = (state, element: Element) => {
  if (!isFormula(element)) return state.all(element)
  const value = latexOf(element)
  return element.properties.dataDisplay === true ? { type: 'math', value } : { type: 'inlineMath', value }
}

const br: Handle = (_, element: Element) =>
  isCellBreak(element) ? { type: 'html', value: '<br>' } : { type: 'break' }

const isRoot = (node: { type: string }): node is MarkdownRoot => node.type === 'root'

const isKept = (node: RootContent): boolean =>
  node.type !== 'paragraph' ||
  toString(node).trim() !== '' ||
  node.children.some(({ type }) => type !== 'text')

/**
 * Converts HTML from the web, Word or Google Docs to clean Markdown, without styles or scripts, and with lists and
 * formulas recognized. The tree is modified. Images embedded in the HTML (`data:`) or stored by programs (`file:`)
 * cannot be kept, and are counted.
 */
export const htmlToMarkdown = (tree: Root): PastedMarkdown => {
  const lostImages = cleanHtml(tree)
  const converted = toMdast(tree, { handlers: { br, span }, newlines: false })
  if (!isRoot(converted)) return { markdown: '', lostImages }
  const children = converted.children.filter(isKept)
  return { markdown: printMarkdown({ ...converted, children }).trim(), lostImages }
}
