import type { ElementContent } from 'hast'
import type { Html, Parents } from 'mdast'
import rehypeKatex from 'rehype-katex'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

import { allowedHtml } from './html/allowedHtml.ts'
import { boundFormulas, checkChemistry, katexOptions } from './html/formulas.ts'
import { isParsable } from './parsingCost.ts'
import { htmlPieces, type HtmlPiece } from './syntax/htmlPieces.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

const flow = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

const nodeOf = (piece: HtmlPiece): ElementContent =>
  piece.type === 'text' ? piece : { type: 'element', tagName: 'br', properties: {}, children: [] }

const isBlank = (piece: HtmlPiece): boolean => piece.type === 'text' && piece.value.trim() === ''

/** HTML within Markdown as readers see it: as a paragraph if it is a block, and omitted if nothing remains of it. */
const htmlAsText = (
  _: unknown,
  { value }: Html,
  parent: Parents | undefined,
): ElementContent[] | ElementContent | undefined => {
  const pieces = htmlPieces(value)
  const children = pieces.map(nodeOf)
  if (parent !== undefined && !flow.has(parent.type)) return children
  return pieces.every(isBlank) ? undefined : { type: 'element', tagName: 'p', properties: {}, children }
}

/**
 * Converts the tree of a Markdown text to HTML. KaTeX runs after the sanitizer, whose rules would otherwise have to
 * allow all of its markup; it is not trusted to make links, images or attributes.
 */
const processor = unified()
  .use(remarkRehype, { handlers: { html: htmlAsText } })
  .use(rehypeSanitize, allowedHtml)
  .use(boundFormulas)
  .use(checkChemistry)
  .use(rehypeKatex, katexOptions)
  .use(rehypeStringify)
  .freeze()

/** A Markdown text unchanged, in a `<pre>`. */
const sourceAsHtml = (markdown: string): string =>
  processor.stringify({
    type: 'root',
    children: [
      { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: markdown }] },
    ],
  })

/**
 * Converts Markdown to HTML that is safe on any page: CommonMark with GFM, footnotes, and formulas rendered by KaTeX,
 * whose stylesheet (`katex/dist/katex.min.css`) the page must load. HTML in the Markdown is shown as text, except for
 * comments, which are omitted, and `<br>`. A text that is too large or too deeply nested to parse is returned unchanged
 * in a `<pre>`. Never throws.
 *
 * @example
 * renderHtml('Water is **wet**.') // '<p>Water is <strong>wet</strong>.</p>'
 */
export const renderHtml = (markdown: string): string => {
  if (!isParsable(markdown)) return sourceAsHtml(markdown)
  try {
    return processor.stringify(processor.runSync(parseMarkdown(markdown)))
  } catch (error) {
    // With thousands of nested quotes or emphases, the parser and the steps after it exhaust the stack: they are
    // recursive.
    if (error instanceof RangeError) return sourceAsHtml(markdown)
    throw error
  }
}
