import { diffArrays } from 'diff'

export type ChangedLines = {
  /** Numbers, from 1, of the lines that were added in `after`. */
  changed: ReadonlySet<number>
  /** Number of lines of `before` that were removed. */
  removed: number
}

/** Compares two texts line by line. */
export const changedLines = (before: readonly string[], after: readonly string[]): ChangedLines => {
  const changed = new Set<number>()
  let removed = 0
  let line = 1
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      removed += part.value.length
    } else {
      if (part.added) part.value.forEach((_, index) => changed.add(line + index))
      line += part.value.length
    }
  }
  return { changed, removed }
}
