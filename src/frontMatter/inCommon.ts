/** The number of items that two lists have in common at their start, and then at their end. */
export const inCommon = (
  before: readonly (string | undefined)[],
  after: readonly string[],
): { head: number; tail: number } => {
  const maxShared = Math.min(before.length, after.length)
  let head = 0
  while (head < maxShared && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < maxShared - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { head, tail }
}
