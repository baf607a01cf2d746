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

/** What a frontend makes of Markdown, with remark's parsers and not ours. White space that no reader sees is made one. */
export const renderHtml = (markdown: string): string =>
  String(processor.processSync(markdown))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=<\/?(?:p|li|ul|ol|h\d|blockquote|table|thead|tbody|tr|td|th|br|hr|pre)\b)/g, '')
    .replaceAll(/(<\/?(?:p|li|ul|ol|h\d|blockquote|table|thead|tbody|tr|br|hr)[^>]*>) /g, '$1')
