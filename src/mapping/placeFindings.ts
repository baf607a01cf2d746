import type { Finding } from '../problems/problems.ts'
import { placesInScalar } from '../frontMatter/placesInScalar.ts'
import type { FrontMatterNode } from '../frontMatter/types.ts'
import type { CodecFinding } from './types.ts'

/** Gives the findings of a codec that are about single characters their places in the file, in the same order. */
export const placeFindings = (
  text: string,
  node: FrontMatterNode | undefined,
  found: readonly CodecFinding[],
): Finding[] => {
  const offsets = [...new Set(found.flatMap(({ offset }) => offset ?? []))].sort((a, b) => a - b)
  const places = node?.kind === 'scalar' && offsets.length > 0 ? placesInScalar(text, node, offsets) : []
  const byOffset = new Map(offsets.map((offset, index) => [offset, places[index]]))
  return found.map(({ offset, ...finding }) =>
    offset === undefined ? finding : { ...finding, ...byOffset.get(offset) },
  )
}
