import type { Nodes } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { align, similarity } from './align.ts'
import type { Located } from './located.ts'

/** A child after the editing, and what it was before: nothing if it is new. */
export type Change = { after: Nodes; before: Located | undefined; isKept: boolean; position: number }

export type Assembly = {
  text: string
  /** The source of a child: as it was, with parts of it changed, or new. */
  print: (change: Change) => string
  /** What stands between two children that did not stand together before. */
  gap: (left: Nodes, right: Nodes) => string
  /** Whether there has to be a blank line beside all that is changed. */
  isWide?: boolean
}

const changesOf = (before: readonly Located[], after: Nodes[]): Change[] => {
  const edited = after.map((node) => ({ node, canonical: canonical(node) }))
  const pairs = align(
    before.length,
    after.length,
    (row, column) => before[row]?.canonical === edited[column]?.canonical,
    (row, column) => {
      const [left, right] = [before[row], edited[column]]
      return left && right ? similarity(left, right) : 0
    },
  )
  const rows = new Map(pairs.map(([row, column]) => [column, row]))
  return edited.map(({ node, canonical: says }, position) => {
    const origin = before[rows.get(position) ?? -1]
    return { after: node, before: origin, isKept: origin?.canonical === says, position }
  })
}

const isBlank = (text: string): boolean => /^[\s>]*$/.test(text)

const hasBlankLine = (gap: string): boolean => /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/.test(gap)

const keepsKind = ({ after, before }: Change): boolean => before?.node.type === after.type

/** The source between two children: as it was where they stood together and can go on to. */
const gapBetween = (left: Change, right: Change, before: readonly Located[], assembly: Assembly): string => {
  const { text, gap, isWide = false } = assembly
  if (!right.before) return gap(left.after, right.after)
  const index = before.indexOf(right.before)
  const last = before[index - 1]
  if (!last) return gap(left.after, right.after)
  const follows = left.before === last
  const from = left.before && !follows ? before.indexOf(left.before) : index - 1
  // Between blocks may stand what the editor does not show. It stays, whatever goes.
  const unseen = before
    .slice(from, index)
    .map((each, at) => text.slice(each.end, before[from + at + 1]?.start))
    .filter((source) => !isBlank(source))
  if (unseen.length > 0) return unseen.join('')
  const own = text.slice(last.end, right.before.start)
  const isSafe =
    left.isKept && right.isKept
      ? follows || hasBlankLine(own)
      : keepsKind(left) && keepsKind(right) && follows && !isWide
  return isSafe || hasBlankLine(own) ? own : gap(left.after, right.after)
}

/** The source of a sequence of children after an editing, from the start of the first to the end of the last. */
export const assemble = (before: readonly Located[], after: Nodes[], assembly: Assembly): string => {
  let printed = ''
  let last: Change | undefined
  for (const change of changesOf(before, after)) {
    if (last) printed += gapBetween(last, change, before, assembly)
    printed += assembly.print(change)
    last = change
  }
  return printed
}
