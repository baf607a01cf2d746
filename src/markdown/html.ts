import { processor } from './html/processor.ts'
import { sourceAsHtml } from './html/sourceAsHtml.ts'
import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

/**
 * A Markdown answer as HTML that is safe on any page: GFM, footnotes, and formulas set by KaTeX, whose stylesheet the
 * page brings. HTML within the Markdown is shown as text, but for comments, which are not shown, and `<br>`. What is too large or too deep to be parsed comes as it is, in
 * a `<pre>`. Never throws.
 */
export const renderHtml = (markdown: string): string => {
  if (!isParsable(markdown)) return sourceAsHtml(markdown)
  try {
    return processor.stringify(processor.runSync(parseMarkdown(markdown)))
  } catch (error) {
    // Thousands of nested quotes or emphases: the parser and what follows are recursive.
    if (error instanceof RangeError) return sourceAsHtml(markdown)
    throw error
  }
}
