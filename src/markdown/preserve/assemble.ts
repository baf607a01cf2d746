import type { Nodes } from 'mdast'

import { changesOf, type Change } from './changes.ts'
import { withDistinctMarkers } from './distinctMarkers.ts'
import type { Located } from './located.ts'

export type Assembly = {
  text: string
  /** The source of a child: unchanged, partly changed, or new. */
  print: (change: Change) => string
  /** The source between two children that were not adjacent before. */
  gap: (left: Nodes, right: Nodes) => string
  /** Whether every change must be surrounded by blank lines. */
  isWide?: boolean
}

const isBlank = (text: string): boolean => /^[\s>]*$/.test(text)

const hasBlankLine = (gap: string): boolean => /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/.test(gap)

const keepsKind = ({ after, before }: Change): boolean => before?.node.type === after.type

/** The source between two children that belongs to neither, since the editor does not show it. It is always kept. */
const unseenBetween = (left: Change, right: Change, before: readonly Located[], text: string): string => {
  const index = right.before ? before.indexOf(right.before) : 0
  if (index === 0) return ''
  const from = left.before ? before.indexOf(left.before) : index - 1
  return before
    .slice(from, index)
    .map((each, at) => text.slice(each.end, before[from + at + 1]?.start))
    .filter((source) => !isBlank(source))
    .join('')
}

/** The source between two children: unchanged if they were adjacent and can stay so. */
const gapBetween = (left: Change, right: Change, before: readonly Located[], assembly: Assembly): string => {
  const { text, gap, isWide = false } = assembly
  const last = right.before && before[before.indexOf(right.before) - 1]
  if (!right.before || !last) return gap(left.after, right.after)
  const unseen = unseenBetween(left, right, before, text)
  if (unseen !== '') return unseen
  const follows = left.before === last
  // After a list, indented text would become part of the last item.
  if (!follows && left.after.type === 'list') return gap(left.after, right.after)
  const own = text.slice(last.end, right.before.start)
  const isSafe =
    left.isKept && right.isKept
      ? follows || hasBlankLine(own)
      : keepsKind(left) && keepsKind(right) && follows && !isWide
  return isSafe || hasBlankLine(own) ? own : gap(left.after, right.after)
}

/** The source of a sequence of children after an edit, from the start of the first to the end of the last. */
export const assemble = (before: readonly Located[], after: Nodes[], assembly: Assembly): string => {
  const { print, text } = assembly
  const changes = withDistinctMarkers(
    changesOf(before, after),
    text,
    (left, right) => unseenBetween(left, right, before, text) !== '',
  )
  let printed = ''
  let last: Change | undefined
  for (const change of changes) {
    if (last) printed += gapBetween(last, change, before, assembly)
    printed += print(change)
    last = change
  }
  return printed
}
