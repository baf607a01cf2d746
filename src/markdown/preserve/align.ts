import type { Nodes } from 'mdast'

import type { Located } from './located.ts'

/** Maximum number of comparisons. Beyond it, only equal ends are matched, and the rest in order. */
const maxCells = 250_000

/** Pairs of matching indices, ascending on both sides. */
export type Pairs = [before: number, after: number][]

const inOrder = (rows: number, columns: number): Pairs =>
  Array.from({ length: Math.min(rows, columns) }, (_, at) => [at, at])

/** The pairs with the highest total score, found by dynamic programming. */
const best = (rows: number, columns: number, score: (row: number, column: number) => number): Pairs => {
  const width = columns + 1
  const scores = new Float64Array(rows * columns)
  const sums = new Float64Array((rows + 1) * width)
  const at = (table: Float64Array, index: number): number => table[index] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const own = score(row, column)
      scores[row * columns + column] = own
      sums[row * width + column] = Math.max(
        at(sums, (row + 1) * width + column),
        at(sums, row * width + column + 1),
        own + at(sums, (row + 1) * width + column + 1),
      )
    }
  const pairs: Pairs = []
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    const sum = at(sums, row * width + column)
    const paired = at(scores, row * columns + column) + at(sums, (row + 1) * width + column + 1)
    if (sum === paired) pairs.push([row++, column++])
    else if (sum === at(sums, (row + 1) * width + column)) row += 1
    else column += 1
  }
  return pairs
}

/**
 * Pairs the elements of two lists, in order, so that the total score is highest. `isEqual` finds the equal elements at
 * both ends, which need no table.
 */
export const align = (
  before: number,
  after: number,
  isEqual: (before: number, after: number) => boolean,
  score: (before: number, after: number) => number,
): Pairs => {
  const shorter = Math.min(before, after)
  let start = 0
  while (start < shorter && isEqual(start, start)) start += 1
  let end = 0
  while (end < shorter - start && isEqual(before - 1 - end, after - 1 - end)) end += 1
  const [rows, columns] = [before - start - end, after - start - end]
  const middle =
    rows * columns > maxCells
      ? inOrder(rows, columns)
      : best(rows, columns, (row, column) => score(start + row, start + column))
  return [
    ...inOrder(start, start),
    ...middle.map(([row, column]): [number, number] => [start + row, start + column]),
    ...inOrder(end, end).map(([at]): [number, number] => [before - end + at, after - end + at]),
  ]
}

/** A node after the edit, with its canonical content. */
export type Edited = { node: Nodes; canonical: string }

/** How many characters two texts begin and end with alike. */
export const sharedEnds = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return start + end
}

/** How likely one node became the other: 2 if they are equal, below 1.2 if not, little if their kinds differ. */
export const similarity = (before: Located, after: Edited): number => {
  if (before.canonical === after.canonical) return 2
  if (before.node.type !== after.node.type) return 0.05
  const longer = Math.max(before.canonical.length, after.canonical.length)
  return 0.1 + sharedEnds(before.canonical, after.canonical) / longer
}

/** The elements that two lists have in common, each as often as both contain it. */
export const sharedForms = (left: readonly string[], right: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const form of left) counts.set(form, (counts.get(form) ?? 0) + 1)
  return right.filter((form) => {
    const count = counts.get(form) ?? 0
    if (count > 0) counts.set(form, count - 1)
    return count > 0
  })
}

/** The range of `wanted` that differs from `read`, ignoring equal elements at both ends. */
export const unsharedRange = (
  read: readonly string[],
  wanted: readonly string[],
): { from: number; to: number } => {
  const shorter = Math.min(read.length, wanted.length)
  let start = 0
  while (start < shorter && read[start] === wanted[start]) start += 1
  let end = 0
  while (end < shorter - start && read.at(-1 - end) === wanted.at(-1 - end)) end += 1
  const to = wanted.length - end
  // If something was inserted between two blocks, either of them may be the cause.
  return to > start ? { from: start, to } : { from: Math.max(0, start - 1), to: to + 1 }
}
