import { visit } from 'unist-util-visit'

import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

const inHtml = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/**
 * The addresses of the links and images of a Markdown text, as written, in its order and with repeats; those of
 * HTML within it too. None of a text that is too large or too deep to be parsed.
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
