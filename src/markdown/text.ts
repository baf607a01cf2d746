import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'
import { blocksAsText } from './text/blockAsText.ts'

/**
 * A Markdown answer as plain text for search, feeds and descriptions: blocks with an empty line between them, formulas
 * as their LaTeX, code as it is, a table row as a line with tabs, links and images as their words. HTML within the
 * Markdown stays, as in the HTML of the answer, where comments go and `<br>` breaks a line. What is too large or too deep to be parsed comes as it is. Never throws.
 */
export const renderText = (markdown: string): string => {
  if (!isParsable(markdown)) return markdown
  try {
    return blocksAsText(parseMarkdown(markdown).children)
  } catch (error) {
    // Thousands of nested quotes or emphases: the parser and what follows are recursive.
    if (error instanceof RangeError) return markdown
    throw error
  }
}
