import type { RootContent } from 'mdast'

import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

/** Shorter last lines may be a name, a source or a result, which need no full stop. An item of a list is longer than a name. */
const shortest = { paragraph: 40, item: 80 }

/** The last paragraph of some blocks, and whether it is in a list; undefined if they end with anything else. */
const lastParagraph = (
  blocks: readonly RootContent[],
  kind: keyof typeof shortest = 'paragraph',
): { kind: keyof typeof shortest; end: number } | undefined => {
  const last = blocks.at(-1)
  if (last?.type === 'paragraph') return { kind, end: last.position?.end.offset ?? 0 }
  if (last?.type === 'list') return lastParagraph(last.children.at(-1)?.children ?? [], 'item')
  return undefined
}

/**
 * Whether a Markdown text ends in mid-sentence: its last paragraph, possibly of a list, is long, and ends with a letter, a
 * digit, or punctuation within a sentence. Never true for a text that ends with a heading, a table, code or a formula.
 */
export const isCutOff = (markdown: string): boolean => {
  const text = markdown.trimEnd()
  if (!/[\p{L}\p{N},;:(–—-]$/u.test(text) || !isParsable(text)) return false
  const last = lastParagraph(parseMarkdown(text).children)
  if (last?.end !== text.length) return false
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return line.length >= shortest[last.kind]
}
