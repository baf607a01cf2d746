import type { Nodes } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { align, similarity } from './align.ts'
import type { Located } from './located.ts'

/** A child after the edit, and its counterpart before it: undefined if it is new. */
export type Change = { after: Nodes; before: Located | undefined; isKept: boolean; position: number }

/** Matches children after an edit with those before it, in the order after it. */
export const changesOf = (before: readonly Located[], after: Nodes[]): Change[] => {
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
