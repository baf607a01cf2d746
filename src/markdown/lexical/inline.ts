import type { PhrasingContent } from 'mdast'

import { isLineBreak } from '../syntax/htmlPieces.ts'
import {
  bitsFor,
  bitsOf,
  hintedMarks,
  joinedTexts,
  marksOf,
  markedText,
  withoutEdgeSpace,
  type MarkedNode,
  type Mark,
} from './markedNodes.ts'
import { cellBreak, lineBreak, textLines, textNode } from './build.ts'
import { withoutEdgePunctuation } from './edgePunctuation.ts'
import { group } from './group.ts'
import { childrenOf, isCode, isRecord, isImage, isMath, isSource, type UnknownRecord } from './guards.ts'
import { linkFromLexical, linkToLexical } from './link.ts'
import { inlineMathFromLexical, mathToLexical } from './math.ts'
import { textFormat, type SerializedInline } from './nodes.ts'
import { sourceFromLexical, sourceInLine, sourceInText } from './source.ts'
import { sourceOf } from './sourceOf.ts'

type Context = {
  /** The text of the whole document. */
  text: string
  /** Bits of the enclosing marks. */
  format: number
  /** The delimiters of the enclosing marks, outermost first; within a link, only those inside the link. */
  marks: string[]
  /** Whether `<br>` is the only way to break a line here. */
  inCell: boolean
}

const formats = { emphasis: textFormat.italic, strong: textFormat.bold, delete: textFormat.strikethrough }

const marked = (context: Context) => ({
  ...(context.format > 0 && { format: context.format }),
  ...(context.marks.length > 0 && { $: { marks: context.marks } }),
})

const nodeToLexical = (node: PhrasingContent, context: Context): SerializedInline[] => {
  switch (node.type) {
    case 'text':
      return textLines(node.value, context.format, context.marks)
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
      // Lexical removes links without text.
      if (node.children.length === 0) return [{ ...sourceInText(node, context.text), ...marked(context) }]
      return [linkToLexical(node, context, inlineToLexical(node.children, { ...context, marks: [] }))]
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
      if (node.value.trim() === '') return [{ ...sourceInLine(node, context.text), ...marked(context) }]
      return [{ ...mathToLexical(node, context.text), ...marked(context) }]
    case 'html':
      return context.inCell && isLineBreak(node.value)
        ? [cellBreak(node.value, context.marks)]
        : [{ ...sourceInText(node, context.text), ...marked(context) }]
    default:
      return [{ ...sourceInText(node, context.text), ...marked(context) }]
  }
}

const inlineToLexical = (nodes: PhrasingContent[], context: Context): SerializedInline[] =>
  nodes.flatMap((node) => nodeToLexical(node, context))

/**
 * The inline nodes of Lexical for the phrasing content of a block. Positions refer to `text`, the whole document.
 * Reference links, footnote references and inline HTML become source.
 */
export const phrasingToLexical = (
  nodes: PhrasingContent[],
  text: string,
  { inCell = false } = {},
): SerializedInline[] => inlineToLexical(nodes, { text, format: 0, marks: [], inCell })

const breakNode = (node: UnknownRecord): PhrasingContent =>
  isRecord(node.$) && node.$.break === 'soft' ? { type: 'text', value: '\n' } : { type: 'break' }

const single = (node: PhrasingContent, marks: Mark[], isHinted: boolean): MarkedNode[] => [
  { node, marks, isHinted, isSpace: false },
]

/** Converts a node to phrasing content; formulas and code blocks become inline where no block can be, as in a heading. */
const nodeOf = (node: unknown): PhrasingContent | undefined => {
  if (isMath(node)) {
    if (node.latex.trim() === '') return { type: 'text', value: '' }
    return inlineMathFromLexical(node)
  }
  if (isCode(node)) return { type: 'inlineCode', value: node.code.replaceAll(/\s*[\r\n]+\s*/g, ' ') }
  if (isSource(node)) return sourceFromLexical(node)
  if (isImage(node)) return { type: 'image', url: node.url, alt: node.alt, title: node.title ?? null }
  return undefined
}

const grouped = (items: MarkedNode[]): PhrasingContent[] => group(withoutEdgePunctuation(joinedTexts(items)))

/** Inline nodes of Lexical with their marks. `outer` are the marks that already enclose all of them. */
const markedNodesOf = (nodes: readonly unknown[], outer: Mark[]): MarkedNode[] =>
  nodes.flatMap((node): MarkedNode[] => {
    const hinted = hintedMarks(node)
    const marks = marksOf(bitsOf(node) & ~bitsFor(outer), hinted)
    const isHinted = hinted.length > 0
    if (!isRecord(node)) return []
    if (typeof node.text === 'string') return markedText(node.text, bitsOf(node), marks, isHinted)
    if (node.type === 'linebreak')
      return [{ node: breakNode(node), marks: hinted, isHinted: true, isSpace: true }]
    const inline = nodeOf(node)
    if (inline) return single(inline, marks, isHinted)
    const children = childrenOf(node)
    if (node.type !== 'link' && node.type !== 'autolink') return markedNodesOf(children, outer)
    return linkFromLexical(node, hinted, (around) => grouped(markedNodesOf(children, [...outer, ...around])))
  })

/**
 * The phrasing content of mdast for inline nodes of Lexical. Accepts nodes of any type; unknown ones contribute their
 * text.
 */
export const phrasingFromLexical = (nodes: readonly unknown[]): PhrasingContent[] =>
  grouped(withoutEdgeSpace(markedNodesOf(nodes, [])))
