import type { Html, PhrasingContent, Source } from 'mdast'

import type { SerializedSource } from './nodes.ts'
import { sourceOf, unixLines } from './sourceOf.ts'

/** A block of Markdown that is shown unchanged. */
export const sourceBlock = (markdown: string): SerializedSource => ({
  block: true,
  markdown,
  type: 'source',
  version: 1,
})

/** Inline Markdown that is shown unchanged. */
export const sourceInText = (node: PhrasingContent, text: string): SerializedSource => ({
  block: false,
  markdown: node.type === 'html' ? unixLines(node.value) : sourceOf(node, text),
  type: 'source',
  version: 1,
})

/**
 * Inline source on a single line, which an empty formula needs: on a line of its own, its closing delimiter would begin
 * a block.
 */
export const sourceInLine = (node: PhrasingContent, text: string): SerializedSource => {
  const source = sourceInText(node, text)
  return { ...source, markdown: source.markdown.replaceAll(/\s+/g, ' ') }
}

/** Converts a source node to a node that is printed unchanged. */
export const sourceFromLexical = ({ markdown }: SerializedSource): Html | Source => ({
  type: markdown.startsWith('<') ? 'html' : 'source',
  value: markdown,
})
