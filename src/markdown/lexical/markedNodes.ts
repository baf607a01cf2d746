import { dequal } from 'dequal'
import type { PhrasingContent } from 'mdast'

import { isRecord } from './guards.ts'
import { textFormat } from './nodes.ts'

export type MarkKind = 'delete' | 'emphasis' | 'strong'

export type Mark = { kind: MarkKind; marker: string }

/** An inline node with the marks around it, outermost first. */
export type MarkedNode = {
  node: PhrasingContent
  marks: Mark[]
  /** Whether the order of the marks comes from the source. Otherwise, grouping may choose. */
  isHinted: boolean
  /** White space and line breaks: no mark can begin or end at them. */
  isSpace: boolean
}

const kinds: Record<string, MarkKind> = {
  '~': 'delete',
  '~~': 'delete',
  '*': 'emphasis',
  _: 'emphasis',
  '**': 'strong',
  __: 'strong',
}

const kindsByBit = [
  [textFormat.strikethrough, { kind: 'delete', marker: '~~' }],
  [textFormat.italic, { kind: 'emphasis', marker: '*' }],
  [textFormat.bold, { kind: 'strong', marker: '**' }],
] as const satisfies [number, Mark][]

/** The bits of a node's format; 0 if it has none. */
export const bitsOf = (node: unknown): number =>
  isRecord(node) && typeof node.format === 'number' ? node.format : 0

/** The marks listed in a node's hint. */
export const hintedMarks = (node: unknown): Mark[] => {
  const hints = isRecord(node) && isRecord(node.$) && Array.isArray(node.$.marks) ? node.$.marks : []
  return hints.flatMap((marker: unknown) => {
    const kind = typeof marker === 'string' ? kinds[marker] : undefined
    return typeof marker === 'string' && kind ? [{ kind, marker }] : []
  })
}

/** The marks for the bits of a format: hinted ones first, in their order, then the rest. */
export const marksOf = (bits: number, hinted: Mark[]): Mark[] => {
  const wanted = kindsByBit.filter(([bit]) => (bits & bit) > 0).map(([, mark]) => mark)
  const kept = hinted.filter(({ kind }) => wanted.some((mark) => mark.kind === kind))
  return [...kept, ...wanted.filter(({ kind }) => !kept.some((mark) => mark.kind === kind))]
}

/** The format bits for marks. */
export const bitsFor = (marks: Mark[]): number =>
  kindsByBit.reduce(
    (bits, [bit, { kind }]) => (marks.some((mark) => mark.kind === kind) ? bits | bit : bits),
    0,
  )

/** Splits a text with these bits: white space at the ends of lines becomes separate parts, since no mark can end there. */
export const markedText = (text: string, bits: number, marks: Mark[], isHinted: boolean): MarkedNode[] => {
  if ((bits & textFormat.code) > 0) {
    const value = text.replaceAll(/[\r\n]+/g, ' ')
    return value === '' ? [] : [{ node: { type: 'inlineCode', value }, marks, isHinted, isSpace: false }]
  }
  return text.split(/(\r\n|\r|\n|(?<=^|[\r\n])[ \t]+|[ \t]+(?=$|[\r\n]))/).flatMap((part) => {
    if (part === '') return []
    const isSpace = /^[ \t\r\n]+$/.test(part)
    const value = isSpace && /[\r\n]/.test(part) ? '\n' : part
    return [{ node: { type: 'text', value }, marks, isHinted, isSpace }]
  })
}

const isBreak = ({ node }: MarkedNode): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value === '\n')

const isSoft = ({ node }: MarkedNode): boolean => node.type === 'text' && node.value === '\n'

/**
 * Removes what Markdown cannot represent: white space and breaks at the edges of a block, white space around a break,
 * and a soft break next to another break.
 */
export const withoutEdgeSpace = (items: MarkedNode[]): MarkedNode[] => {
  const kept: MarkedNode[] = []
  let spaces: MarkedNode[] = []
  for (const item of items) {
    if (item.isSpace) {
      spaces.push(item)
      continue
    }
    const breaks = spaces.filter(isBreak)
    const hard = breaks.filter((space) => !isSoft(space))
    const between = breaks.length === 0 ? spaces : hard.length === 0 ? breaks.slice(0, 1) : hard
    if (kept.length > 0) kept.push(...between)
    kept.push(item)
    spaces = []
  }
  return kept
}

/** The text of an item that has the same marks as another; undefined for anything else. */
const textLike = (item: MarkedNode, like: MarkedNode): string | undefined =>
  item.node.type === 'text' &&
  !isBreak(item) &&
  item.isHinted === like.isHinted &&
  dequal(item.marks, like.marks)
    ? item.node.value
    : undefined

/**
 * Joins texts with the same marks, as the editor does when a text is edited, so that both are written in the same way. White
 * space at the end of a text stays separate.
 */
export const joinedTexts = (items: MarkedNode[]): MarkedNode[] => {
  const joined: MarkedNode[] = []
  for (const item of items) {
    const start = joined.findLastIndex(({ isSpace }) => !isSpace)
    const texts = [...joined.slice(Math.max(start, 0)), item].map((each) => textLike(each, item))
    if (item.isSpace || start < 0 || texts.includes(undefined)) joined.push(item)
    else joined.splice(start, joined.length, { ...item, node: { type: 'text', value: texts.join('') } })
  }
  return joined
}
