import type { Nodes } from 'mdast'

import type { Located } from './located.ts'

/** A node as it is after the editing, with what it says. */
export type Edited = { node: Nodes; canonical: string }

const sharedEnds = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return start + end
}

/** How likely one node became the other: 2 if they are equal, below 1.2 if they are not, little for another kind. */
export const similarity = (before: Located, after: Edited): number => {
  if (before.canonical === after.canonical) return 2
  if (before.node.type !== after.node.type) return 0.05
  const longer = Math.max(before.canonical.length, after.canonical.length)
  return 0.1 + sharedEnds(before.canonical, after.canonical) / longer
}
