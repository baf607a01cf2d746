import { sharedEnds } from '../preserve/align.ts'
import { type LeafBlock, leafBlocks } from './leafBlocks.ts'
import { mergeSequences, type Sequence } from './mergeSequences.ts'

const sourceOf = ({ gap, parts }: LeafBlock): string => gap + parts.join('')

const textLikeness = (before: string, after: string): number =>
  sharedEnds(before, after) / Math.max(before.length, after.length, 1)

const parts: Sequence<string> = {
  isEqual: (a, b) => a === b,
  likeness: textLikeness,
  merge: () => undefined,
}

const mergeGap = (base: string, ours: string, theirs: string): string | undefined => {
  if (ours === base || ours === theirs) return theirs
  return theirs === base ? ours : undefined
}

const blocks: Sequence<LeafBlock> = {
  isEqual: (a, b) => a.kind === b.kind && sourceOf(a) === sourceOf(b),
  likeness: (before, after) => {
    if (before.kind !== after.kind) return 0
    return before.kind === 'end' ? 1 : textLikeness(before.parts.join(''), after.parts.join(''))
  },
  merge: (base, ours, theirs) => {
    const gap = mergeGap(base.gap, ours.gap, theirs.gap)
    const merged = mergeSequences(base.parts, ours.parts, theirs.parts, parts)
    return gap === undefined || merged === undefined ? undefined : { kind: base.kind, gap, parts: merged }
  },
}

const isReadAs = (text: string, wanted: readonly LeafBlock[]): boolean => {
  const read = leafBlocks(text)
  return (
    read.length === wanted.length &&
    read.every((block, at) => {
      const other = wanted[at]
      return other !== undefined && blocks.isEqual(block, other)
    })
  )
}

/**
 * Merges two changed versions of a Markdown text, with line feeds, by blocks, and within a block by sentences, or by lines
 * of code and tables. `undefined` for a conflict: both changed one sentence, or the merged text would not parse to the
 * merged blocks. Never throws.
 */
export const mergeMarkdown = (base: string, ours: string, theirs: string): string | undefined => {
  if (ours === theirs || theirs === base) return ours
  if (ours === base) return theirs
  const merged = mergeSequences(leafBlocks(base), leafBlocks(ours), leafBlocks(theirs), blocks)
  if (!merged) return undefined
  const text = merged.map(sourceOf).join('')
  return isReadAs(text, merged) ? text : undefined
}
