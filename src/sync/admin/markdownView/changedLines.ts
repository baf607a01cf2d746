import { diffArrays } from 'diff'

export type ChangedLines = {
  /** Numbers, from 1, of the lines of `after` that `before` does not have there. */
  changed: ReadonlySet<number>
  /** How many lines of `before` are gone. */
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
