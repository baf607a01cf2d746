import type { PhrasingContent } from 'mdast'

import { cellBreak, lineBreak, textNode, withChildren } from './build.ts'
import { mathToLexical } from './mathToLexical.ts'
import { textFormat, type SerializedInline, type SerializedLink, type SerializedSource } from './nodes.ts'
import { isLineBreak } from '../syntax/htmlPieces.ts'
import { sourceOf, unixLines } from './sourceOf.ts'

type Context = {
  /** The text of the whole document. */
  text: string
  /** Bits of what stands around. */
  format: number
  /** How it is written, from the outermost mark; within a link only what is in the link. */
  marks: string[]
  /** Whether `<br>` is the only way to break a line here. */
  inCell: boolean
}

const formats = { emphasis: textFormat.italic, strong: textFormat.bold, delete: textFormat.strikethrough }

const marked = (context: Context) => ({
  ...(context.format > 0 && { format: context.format }),
  ...(context.marks.length > 0 && { $: { marks: context.marks } }),
})

const linesOf = (value: string, context: Context): SerializedInline[] =>
  value
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => [
      ...(index > 0 ? [lineBreak('soft', context.marks)] : []),
      ...(line === '' ? [] : [textNode(line, context.format, context.marks)]),
    ])

const linkStyle = (source: string): 'angle' | 'bare' | undefined => {
  if (source.startsWith('<')) return 'angle'
  return source.startsWith('[') ? undefined : 'bare'
}

const linkNode = (node: Extract<PhrasingContent, { type: 'link' }>, context: Context): SerializedLink => {
  const style = linkStyle(sourceOf(node, context.text))
  const hints = { ...(context.marks.length > 0 && { marks: context.marks }), ...(style && { style }) }
  return {
    ...withChildren(inlineToLexical(node.children, { ...context, marks: [] })),
    ...(Object.keys(hints).length > 0 && { $: hints }),
    fields: {
      linkType: 'custom',
      newTab: false,
      url: node.url,
      ...(typeof node.title === 'string' && { title: node.title }),
    },
    type: 'link',
    version: 3,
  }
}

const sourceNode = (node: PhrasingContent, context: Context): SerializedSource => ({
  ...marked(context),
  block: false,
  markdown: node.type === 'html' ? unixLines(node.value) : sourceOf(node, context.text),
  type: 'source',
  version: 1,
})

/** An empty formula, on one line: on a line of its own its end would begin a block. */
const emptyMath = (node: PhrasingContent, context: Context): SerializedSource => {
  const source = sourceNode(node, context)
  return { ...source, markdown: source.markdown.replaceAll(/\s+/g, ' ') }
}

const nodeToLexical = (node: PhrasingContent, context: Context): SerializedInline[] => {
  switch (node.type) {
    case 'text':
      return linesOf(node.value, context)
    case 'break':
      return [lineBreak(undefined, context.marks)]
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const mark = /^(\*\*|__|~~|[*_~])/.exec(
        sourceOf(node, context.text).slice(0, node.type === 'emphasis' ? 1 : 2),
      )?.[0]
      return inlineToLexical(node.children, {
        ...context,
        format: context.format | formats[node.type],
        marks: mark === undefined ? context.marks : [...context.marks, mark],
      })
    }
    case 'inlineCode':
      return [
        textNode(node.value.replaceAll(/\r\n|\r|\n/g, ' '), context.format | textFormat.code, context.marks),
      ]
    case 'link':
      // Lexical takes links without text away.
      return [node.children.length === 0 ? sourceNode(node, context) : linkNode(node, context)]
    case 'image':
      return [
        {
          ...marked(context),
          alt: node.alt ?? '',
          url: node.url,
          ...(typeof node.title === 'string' && { title: node.title }),
          type: 'image',
          version: 1,
        },
      ]
    case 'inlineMath':
      if (node.value.trim() === '') return [emptyMath(node, context)]
      return [{ ...mathToLexical(node, context.text), ...marked(context) }]
    case 'html':
      return context.inCell && isLineBreak(node.value)
        ? [cellBreak(node.value, context.marks)]
        : [sourceNode(node, context)]
    default:
      return [sourceNode(node, context)]
  }
}

const inlineToLexical = (nodes: PhrasingContent[], context: Context): SerializedInline[] =>
  nodes.flatMap((node) => nodeToLexical(node, context))

/**
 * The inline nodes of Lexical for the phrasing content of a block. `text` is the document that the positions count in.
 * Reference links, footnote references and inline HTML become source.
 */
export const phrasingToLexical = (
  nodes: PhrasingContent[],
  text: string,
  { inCell = false } = {},
): SerializedInline[] => inlineToLexical(nodes, { text, format: 0, marks: [], inCell })
