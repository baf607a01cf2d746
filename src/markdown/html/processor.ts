import rehypeKatex from 'rehype-katex'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

import { allowedHtml } from './allowedHtml.ts'
import { boundFormulas } from './boundFormulas.ts'
import { checkChemistry } from './checkChemistry.ts'
import { htmlAsText } from './htmlAsText.ts'
import { katexOptions } from './katexOptions.ts'

/**
 * From the tree of a Markdown text to HTML. KaTeX comes after the sanitizer, whose rules would have to allow all of its
 * markup otherwise: it is trusted with nothing that makes links, images or attributes.
 */
export const processor = unified()
  .use(remarkRehype, { handlers: { html: htmlAsText } })
  .use(rehypeSanitize, allowedHtml)
  .use(boundFormulas)
  .use(checkChemistry)
  .use(rehypeKatex, katexOptions)
  .use(rehypeStringify)
  .freeze()
