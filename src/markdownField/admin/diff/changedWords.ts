import { diffWordsWithSpace } from 'diff'

/** A segment of a line: text, and whether it has changed. */
export type DiffSegment = { text: string; isChanged: boolean }

/** The lines of a changed passage, before and after. */
export type PassageLines = { before: DiffSegment[][]; after: DiffSegment[][] }

// Beyond this the comparison takes long, and its result helps nobody.
const maxEditLength = 2000
// If less than this share of a passage is left, it is another passage, and highlighted words would only be noise.
const minCommon = 0.35

const whole = (lines: readonly string[]): DiffSegment[][] => lines.map((text) => [{ text, isChanged: false }])

/** Appends a text to lines; a line break in it starts the next line. */
const append = (lines: DiffSegment[][], text: string, isChanged: boolean): void => {
  text.split('\n').forEach((part, index) => {
    if (index > 0) lines.push([])
    if (part !== '') lines.at(-1)?.push({ text: part, isChanged })
  })
}

/**
 * Compares the removed lines of a passage with the added ones, word by word. Returns the same lines in segments.
 * Nothing is highlighted if one side is empty or if little of the passage is left.
 */
export const changedWords = (before: readonly string[], after: readonly string[]): PassageLines => {
  const untold = { before: whole(before), after: whole(after) }
  if (before.length === 0 || after.length === 0) return untold
  const [from, to] = [before.join('\n'), after.join('\n')]
  const changes = diffWordsWithSpace(from, to, { maxEditLength })
  if (!changes) return untold
  const common = changes
    .filter((change) => !change.added && !change.removed)
    .reduce((length, { value }) => length + value.trim().length, 0)
  if (common < minCommon * Math.max(from.length, to.length)) return untold
  const lines: PassageLines = { before: [[]], after: [[]] }
  for (const { added, removed, value } of changes) {
    if (!added) append(lines.before, value, removed)
    if (!removed) append(lines.after, value, added)
  }
  return lines
}
