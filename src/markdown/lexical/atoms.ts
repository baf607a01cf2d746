import type { PhrasingContent } from 'mdast'

import { isFields } from './guards.ts'
import { textFormat } from './nodes.ts'

export type MarkKind = 'delete' | 'emphasis' | 'strong'

export type Mark = { kind: MarkKind; marker: string }

/** An inline node with the marks around it, from the outermost. */
export type Atom = {
  node: PhrasingContent
  marks: Mark[]
  /** Whether the order of the marks is that of a source. Otherwise the grouping may choose. */
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

/** The bits of a node's format; 0 where it has none. */
export const bitsOf = (node: unknown): number =>
  isFields(node) && typeof node.format === 'number' ? node.format : 0

/** What a hint lists as marks. */
export const hintedMarks = (node: unknown): Mark[] => {
  const hints = isFields(node) && isFields(node.$) && Array.isArray(node.$.marks) ? node.$.marks : []
  return hints.flatMap((marker: unknown) => {
    const kind = typeof marker === 'string' ? kinds[marker] : undefined
    return typeof marker === 'string' && kind ? [{ kind, marker }] : []
  })
}

/** The marks that bits of a format ask for: hinted ones first, in their order, then the rest. */
export const marksOf = (bits: number, hinted: Mark[]): Mark[] => {
  const wanted = kindsByBit.filter(([bit]) => (bits & bit) > 0).map(([, mark]) => mark)
  const kept = hinted.filter(({ kind }) => wanted.some((mark) => mark.kind === kind))
  return [...kept, ...wanted.filter(({ kind }) => !kept.some((mark) => mark.kind === kind))]
}

/** Bits for marks. */
export const bitsFor = (marks: Mark[]): number =>
  kindsByBit.reduce(
    (bits, [bit, { kind }]) => (marks.some((mark) => mark.kind === kind) ? bits | bit : bits),
    0,
  )
