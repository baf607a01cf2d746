import type { NumberedBlock } from '../frontMatter/types.ts'
import { canonicalLinks } from './canonicalLinks.ts'
import { newLinkBlock } from './newLinkBlock.ts'
import type { NumberedLink } from './readLinks.ts'
import type { Link, LinksBinding, Mapping } from './types.ts'

type Placed = { url: string; block: NumberedBlock }

/**
 * Plans the link blocks of a file so that they lead where wanted, in that order. A block that stands in the file
 * is kept as it is. A repeat stays behind the block it followed, which never changes the order of first
 * appearances; it goes when its url is no longer wanted.
 */
export const linkBlocks = (
  mapping: Mapping,
  binding: LinksBinding,
  base: NumberedLink[],
  wanted: Link[],
): NumberedBlock[] => {
  const first = new Map<string, number>()
  for (const { number, link } of base) if (!first.has(link.url)) first.set(link.url, number)
  const placed = canonicalLinks(wanted).map((link): Placed => {
    const keep = first.get(link.url)
    const block = keep === undefined ? { entries: newLinkBlock(mapping, binding, link) } : { keep }
    return { url: link.url, block }
  })
  const indexOf = (number: number): number =>
    placed.findIndex(({ block }) => 'keep' in block && block.keep === number)
  for (const [at, { number, link }] of base.entries()) {
    const own = first.get(link.url)
    if (own === undefined || own === number) continue
    const ownIndex = indexOf(own)
    if (ownIndex < 0) continue
    const before = base.slice(0, at).findLast((other) => indexOf(other.number) >= 0)
    const index = Math.max(ownIndex, before ? indexOf(before.number) : -1)
    placed.splice(index + 1, 0, { url: link.url, block: { keep: number } })
  }
  return placed.map(({ block }) => block)
}
