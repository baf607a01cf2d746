import { nodeAt } from '../frontMatter/parse.ts'
import { type Place, placesInScalar } from '../frontMatter/placesInScalar.ts'
import type { FrontMatter, ScalarNode } from '../frontMatter/types.ts'
import { addressesIn } from '../markdown/addresses.ts'
import { bindings } from './bindings.ts'
import { bodyNode } from './body.ts'
import { escapedMarkdown } from './codecs/escapedMarkdown.ts'
import type { MappedRecord, Mapping } from './types.ts'

/** A URL in the Markdown of a file, and its position. */
export type PlacedAddress = Place & { address: string }

const placed = (text: string, node: ScalarNode, addresses: readonly string[]): PlacedAddress[] => {
  const next = new Map<string, number>()
  const found = addresses.map((address) => {
    const offset = node.value.indexOf(address, next.get(address) ?? 0)
    if (offset >= 0) next.set(address, offset + address.length)
    return { address, offset }
  })
  const sorted = found.filter(({ offset }) => offset >= 0).sort((a, b) => a.offset - b.offset)
  const places = placesInScalar(text, node, [...new Set(sorted.map(({ offset }) => offset))])
  const byOffset = new Map(
    [...new Set(sorted.map(({ offset }) => offset))].map((at, index) => [at, places[index]]),
  )
  // A URL that is written with escapes cannot be found literally.
  return found.map(({ address, offset }) => ({
    address,
    line: byOffset.get(offset)?.line ?? node.line,
    column: byOffset.get(offset)?.column ?? node.column,
  }))
}

/**
 * The URLs of links and images in the Markdown of a file: in its body, and in keys whose codec is `escapedMarkdown`. A
 * text is not parsed if `mayHold` excludes that it contains a wanted URL.
 */
export const addressesOf = (
  mapping: Mapping,
  frontMatter: FrontMatter,
  record: MappedRecord,
  { isWanted, mayHold }: { isWanted: (address: string) => boolean; mayHold: (markdown: string) => boolean },
): PlacedAddress[] => {
  const { body, byField } = bindings(mapping)
  return [...byField.values()].flatMap((binding) => {
    if (binding !== body && binding.codec !== escapedMarkdown) return []
    const value = record.fields[binding.field]
    if (typeof value !== 'string' || !mayHold(value)) return []
    const node = binding === body ? bodyNode(frontMatter) : nodeAt(frontMatter, binding.key)
    const addresses = addressesIn(value).filter(isWanted)
    return node?.kind === 'scalar' && addresses.length > 0 ? placed(frontMatter.text, node, addresses) : []
  })
}
