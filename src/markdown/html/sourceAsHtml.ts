import { processor } from './processor.ts'

/** A Markdown text as it is, in a `<pre>`. */
export const sourceAsHtml = (markdown: string): string =>
  processor.stringify({
    type: 'root',
    children: [
      { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: markdown }] },
    ],
  })
