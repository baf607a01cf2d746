import { diffArrays } from 'diff'

import { changedWords, type DiffSegment } from './changedWords.ts'

/** A line of a comparison, with its number, from 1, in the old text and in the new one. */
export type DiffLine =
  | { kind: 'same'; before: number; after: number; pieces: DiffSegment[] }
  | { kind: 'removed'; before: number; pieces: DiffSegment[] }
  | { kind: 'added'; after: number; pieces: DiffSegment[] }

// Two texts that differ in more lines than this have little in common.
const maxEditLength = 5000

type Part = { added: boolean; removed: boolean; value: readonly string[] }

const partsOf = (before: readonly string[], after: readonly string[]): Part[] =>
  diffArrays([...before], [...after], { maxEditLength }) ?? [
    { added: false, removed: true, value: before },
    { added: true, removed: false, value: after },
  ]

/** Compares two texts line by line: all their lines in order, removed ones before the ones that replace them. */
export const diffLines = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const lines: DiffLine[] = []
  const at = { before: 0, after: 0 }
  const pending = { before: new Array<string>(), after: new Array<string>() }
  const flush = (): void => {
    const passage = changedWords(pending.before.splice(0), pending.after.splice(0))
    for (const pieces of passage.before) lines.push({ kind: 'removed', before: (at.before += 1), pieces })
    for (const pieces of passage.after) lines.push({ kind: 'added', after: (at.after += 1), pieces })
  }
  for (const { added, removed, value } of partsOf(before, after)) {
    if (removed) pending.before.push(...value)
    else if (added) pending.after.push(...value)
    else {
      flush()
      for (const text of value) {
        const numbers = { before: (at.before += 1), after: (at.after += 1) }
        lines.push({ kind: 'same', ...numbers, pieces: [{ text, isChanged: false }] })
      }
    }
  }
  flush()
  return lines
}
