import type { SerializedInline, SerializedLineBreak, SerializedParagraph, SerializedText } from './nodes.ts'

const parent = { direction: null, format: '', indent: 0 } as const

/** The fields that every Lexical node with children has, with these children. */
export const withChildren = <Child>(children: Child[]) => ({ ...parent, children, version: 1 })

/** A text node with bits of `textFormat` and the marks around it, outermost first. */
export const textNode = (text: string, format = 0, marks: string[] = []): SerializedText => ({
  ...(marks.length > 0 && { $: { marks } }),
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
})

/** A line break in a table cell, as it is spelled there, with the marks around it. */
export const cellBreak = (html: string, marks: string[]): SerializedLineBreak => {
  const plain = lineBreak(undefined, marks)
  return html === '<br>' ? plain : { ...plain, $: { ...plain.$, html } }
}

/** A line break, hard unless `kind` is given, with the marks around it. */
export const lineBreak = (kind?: 'paragraph' | 'soft', marks: string[] = []): SerializedLineBreak => ({
  ...((kind ?? marks[0]) !== undefined && {
    $: { ...(kind && { break: kind }), ...(marks.length > 0 && { marks }) },
  }),
  type: 'linebreak',
  version: 1,
})

/** A text of several lines: a text node per line, with soft breaks between them. */
export const textLines = (text: string, format: number, marks: string[]): SerializedInline[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => [
      ...(index > 0 ? [lineBreak('soft', marks)] : []),
      ...(line === '' ? [] : [textNode(line, format, marks)]),
    ])

export const paragraphNode = (children: SerializedInline[]): SerializedParagraph => ({
  ...withChildren(children),
  textFormat: 0,
  textStyle: '',
  type: 'paragraph',
})
