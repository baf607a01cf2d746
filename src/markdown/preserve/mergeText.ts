import type { TextBlock } from '../syntax/fewEscapes.ts'
import { carrySpelling } from './carrySpelling.ts'
import type { Located } from './located.ts'
import { printNew, sourceIn, type Place } from './printing.ts'

/** A source without the prefixes and line endings of its place. */
const outOfPlace = (source: string, { lineEnd, prefix }: Place): string =>
  source
    .split(lineEnd)
    .map((line, index) => (index > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join('\n')

/**
 * The source of a paragraph, heading or cell after an edit: unchanged words keep their characters, such as unnecessary
 * backslashes and two spaces before a line ending. Reprinted if it would otherwise be parsed differently.
 */
export const mergeText = (before: Located, after: TextBlock, place: Place): string => {
  const printed = printNew(after, place)
  const candidates = carrySpelling(sourceIn(before, place), printNew(before.node, place), printed)
  const reads = (candidate: string): boolean => place.reads(outOfPlace(candidate, place), after, undefined)
  return candidates.find(reads) ?? printed
}
