import type { Html, PhrasingContent, Source } from 'mdast'

import type { SerializedSource } from './nodes.ts'
import { sourceOf, unixLines } from './sourceOf.ts'

/** A block of Markdown that is shown as it is. */
export const sourceBlock = (markdown: string): SerializedSource => ({
  block: true,
  markdown,
  type: 'source',
  version: 1,
})

/** Markdown in a text that is shown as it is. */
export const sourceInText = (node: PhrasingContent, text: string): SerializedSource => ({
  block: false,
  markdown: node.type === 'html' ? unixLines(node.value) : sourceOf(node, text),
  type: 'source',
  version: 1,
})

/** Source in a text on one line, as an empty formula needs it: on a line of its own its end would begin a block. */
export const sourceInLine = (node: PhrasingContent, text: string): SerializedSource => {
  const source = sourceInText(node, text)
  return { ...source, markdown: source.markdown.replaceAll(/\s+/g, ' ') }
}

/** Source in a text, for the printer. */
export const sourceFromLexical = ({ markdown }: SerializedSource): Html | Source => ({
  type: markdown.startsWith('<') ? 'html' : 'source',
  value: markdown,
})
