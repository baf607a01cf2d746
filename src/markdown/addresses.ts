import { visit } from 'unist-util-visit'

import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

const inHtml = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/**
 * The URLs of the links and images in a Markdown text, as written, in order and including duplicates; those in its HTML
 * as well. Empty for a text that is too large or too deeply nested to parse.
 */
export const addressesIn = (markdown: string): string[] => {
  const found: string[] = []
  if (!isParsable(markdown)) return found
  try {
    visit(parseMarkdown(markdown), (node) => {
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url)
      else if (node.type === 'html')
        found.push(...[...node.value.matchAll(inHtml)].map(([, double, single]) => double ?? single ?? ''))
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found
}
