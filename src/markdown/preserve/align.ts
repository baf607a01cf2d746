/** Largest table of comparisons that is filled in. Beyond it only equal ends are matched, the rest in order. */
const mostCells = 250_000

/** Pairs of indices that belong together, ascending on both sides. */
export type Pairs = [before: number, after: number][]

const inOrder = (rows: number, columns: number): Pairs =>
  Array.from({ length: Math.min(rows, columns) }, (_, at) => [at, at])

/** The pairs with the highest sum of scores, found by the usual table of best sums. */
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
 * Pairs the members of two lists, in order, so that the sum of scores is highest; `isEqual` finds the equal ones at
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
    rows * columns > mostCells
      ? inOrder(rows, columns)
      : best(rows, columns, (row, column) => score(start + row, start + column))
  return [
    ...inOrder(start, start),
    ...middle.map(([row, column]): [number, number] => [start + row, start + column]),
    ...inOrder(end, end).map(([at]): [number, number] => [before - end + at, after - end + at]),
  ]
}
