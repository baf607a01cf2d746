import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

const rich = new Set([
  'a',
  'b',
  'blockquote',
  'code',
  'del',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'i',
  'img',
  'li',
  'math',
  'mjx-container',
  'p',
  's',
  'strong',
  'table',
])

/** Whether HTML contains more than its text; the colored lines of a code editor do not. */
export const looksRich = (tree: Root): boolean => {
  let isRich = false
  visit(tree, 'element', ({ tagName, properties: { className } }) => {
    isRich ||= rich.has(tagName) || (Array.isArray(className) && className.includes('katex'))
  })
  return isRich
}
