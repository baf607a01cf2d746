import type { DiffLine } from './diffLines.ts'

/** Lines to show, or unchanged lines to fold away. */
export type Stretch = { isFolded: boolean; lines: DiffLine[] }

// How many unchanged lines stay visible around a change; folding fewer than the minimum saves nothing.
const context = 3
const minFolded = 4

/** Splits the lines of a comparison into visible ones and the long unchanged passages between them. */
export const foldLines = (lines: readonly DiffLine[]): Stretch[] => {
  const isNear = new Array<boolean>(lines.length).fill(false)
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') isNear.fill(true, Math.max(0, index - context), index + context + 1)
  })
  const stretches: Stretch[] = []
  lines.forEach((line, index) => {
    const isFolded = isNear[index] === false
    const last = stretches.at(-1)
    if (last?.isFolded === isFolded) last.lines.push(line)
    else stretches.push({ isFolded, lines: [line] })
  })
  return stretches.map(({ isFolded, lines: own }) => ({
    isFolded: isFolded && own.length >= minFolded,
    lines: own,
  }))
}
