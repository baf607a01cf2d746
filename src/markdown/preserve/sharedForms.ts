/** How many members two lists have in common, each counted as often as both have it. */
export const sharedForms = (left: readonly string[], right: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const form of left) counts.set(form, (counts.get(form) ?? 0) + 1)
  return right.filter((form) => {
    const count = counts.get(form) ?? 0
    if (count > 0) counts.set(form, count - 1)
    return count > 0
  }).length
}

/** Which stretch of `wanted`, from one index up to another, is not as in `read`, the ends of both lists being equal. */
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
  // Where something came in between two blocks, both of them may be why.
  return to > start ? { from: start, to } : { from: Math.max(0, start - 1), to: to + 1 }
}
