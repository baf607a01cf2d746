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

/** HTML within Markdown as readers see it: a paragraph if it is a block, unless nothing is left of it. */
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
 * From the tree of a Markdown text to HTML. KaTeX comes after the sanitizer, whose rules would have to allow all of its
 * markup otherwise: it is trusted with nothing that makes links, images or attributes.
 */
const processor = unified()
  .use(remarkRehype, { handlers: { html: htmlAsText } })
  .use(rehypeSanitize, allowedHtml)
  .use(boundFormulas)
  .use(checkChemistry)
  .use(rehypeKatex, katexOptions)
  .use(rehypeStringify)
  .freeze()

/** A Markdown text as it is, in a `<pre>`. */
const sourceAsHtml = (markdown: string): string =>
  processor.stringify({
    type: 'root',
    children: [
      { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: markdown }] },
    ],
  })

/**
 * Converts Markdown to HTML that is safe on any page: CommonMark with GFM, footnotes, and formulas set by KaTeX, whose
 * stylesheet (`katex/dist/katex.min.css`) the page brings. HTML within the Markdown is shown as text, except comments,
 * which are left out, and `<br>`. A text that is too large or too deep to be parsed comes back as it is, in a `<pre>`.
 * Never throws.
 *
 * @example
 * renderHtml('Water is **wet**.') // '<p>Water is <strong>wet</strong>.</p>'
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
