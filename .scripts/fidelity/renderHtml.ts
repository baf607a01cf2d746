import rehypeKatex from 'rehype-katex'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeKatex, { strict: 'ignore' })
  .use(rehypeStringify, { allowDangerousHtml: true })

/**
 * The HTML that a frontend renders from Markdown, with remark's parsers instead of ours. Invisible white space is
 * normalized.
 */
export const renderHtml = (markdown: string): string =>
  String(processor.processSync(markdown))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=<\/?(?:p|li|ul|ol|h\d|blockquote|table|thead|tbody|tr|td|th|br|hr|pre)\b)/g, '')
    .replaceAll(/(<\/?(?:p|li|ul|ol|h\d|blockquote|table|thead|tbody|tr|br|hr)[^>]*>) /g, '$1')
