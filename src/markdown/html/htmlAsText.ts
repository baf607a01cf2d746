import type { Element, Text } from 'hast'
import type { Html, Parents } from 'mdast'

const flow = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/**
 * HTML within Markdown as text that readers see, letter for letter: a paragraph where it stands alone, text within
 * one. It is never markup and never dropped, since much of it is no HTML at all, such as `vector<int>`.
 */
export const htmlAsText = (_: unknown, { value }: Html, parent: Parents | undefined): Element | Text => {
  const text: Text = { type: 'text', value }
  const isAlone = parent === undefined || flow.has(parent.type)
  return isAlone ? { type: 'element', tagName: 'p', properties: {}, children: [text] } : text
}
