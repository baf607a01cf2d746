import type { TextBlock } from '../syntax/fewEscapes.ts'
import { carrySpelling } from './carrySpelling.ts'
import type { Located } from './located.ts'
import { printNew, sourceIn, type Place } from './printing.ts'

/** A source without what its lines begin and end with in its place. */
const outOfPlace = (source: string, { lineEnd, prefix }: Place): string =>
  source
    .split(lineEnd)
    .map((line, index) => (index > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join('\n')

/**
 * The source of a paragraph, heading or cell after an editing: words that did not change keep their characters, such as
 * backslashes that Markdown does not need, and two spaces before a line end. Printed anew where it would read otherwise.
 */
export const mergeText = (before: Located, after: TextBlock, place: Place): string => {
  const printed = printNew(after, place)
  const candidates = carrySpelling(sourceIn(before, place), printNew(before.node, place), printed)
  const reads = (candidate: string): boolean => place.reads(outOfPlace(candidate, place), after, undefined)
  return candidates.find(reads) ?? printed
}
