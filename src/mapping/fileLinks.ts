import type { Finding } from '../problems/problems.ts'
import type { FrontMatter, FrontMatterNode, NumberedBlock, TypedValue } from '../frontMatter/types.ts'
import { bindings } from './bindings.ts'
import { errorAt } from './findings.ts'
import { canonicalLinks } from './links.ts'
import type { Link, LinksBinding, Mapping } from './types.ts'

/** A link of a file, with the number of its block. */
export type NumberedLink = { number: number; link: Link }

const malformed = (node: FrontMatterNode, message: string, { block }: LinksBinding): Finding =>
  errorAt('wrong-type', node, message, `Write the keys ${Object.keys(block).join(', ')}, each with a text.`)

const readLink = (binding: LinksBinding, name: string, node: FrontMatterNode): Link | Finding => {
  if (node.kind !== 'map') return malformed(node, `The link '${name}' is not a group of keys.`, binding)
  const values: Record<string, string> = {}
  for (const [key, child] of node.entries) {
    if (child.kind !== 'scalar') return malformed(child, `'${name}.${key}' is not a text.`, binding)
    values[key] = child.value
  }
  const url = values[binding.key] ?? ''
  if (url === '') return malformed(node, `The link '${name}' has no '${binding.key}'.`, binding)
  return { url, values, line: node.line }
}

/** Reads the link blocks of a file in the order of their numbers, including duplicates; malformed ones are reported. */
export const readLinks = (
  binding: LinksBinding,
  frontMatter: FrontMatter,
): { links: NumberedLink[]; findings: Finding[] } => {
  const links: NumberedLink[] = []
  const found: Finding[] = []
  for (const { number, node } of numberedBlocks(frontMatter, binding.prefix)) {
    const link = readLink(binding, `${binding.prefix}${number}`, node)
    if ('url' in link) links.push({ number, link })
    else found.push(link)
  }
  return { links, findings: found }
}

type Placed = { url: string; block: NumberedBlock }

/**
 * Plans the link blocks of a file so that they lead to the given targets, in that order. Existing blocks are kept
 * unchanged. A duplicate stays after the block it followed, which does not change the order of first occurrences; it is
 * removed if its URL is no longer wanted.
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

type LinkValue = string | TypedValue

/**
 * The keys of a new block in the order of the binding; empty ones are omitted. A value is typed if the field's own key
 * is.
 */
export const newLinkBlock = (
  mapping: Mapping,
  binding: LinksBinding,
  link: Link,
): [key: string, value: LinkValue][] =>
  Object.entries(binding.block).flatMap(([key, field]): [string, LinkValue][] => {
    const text = key === binding.key ? link.url : (link.values[key] ?? '')
    if (text === '') return []
    const isTyped = bindings(mapping).byField.get(field)?.codec.typed ?? false
    return [[key, isTyped ? { typed: text } : text]]
  })

/** One block of a numbered series: `related_article3` is number 3. */
export type NumberedNode = { number: number; node: FrontMatterNode }

/** Finds the blocks whose key is the prefix followed by a number from 1, in the order of the numbers. */
export const numberedBlocks = (frontMatter: FrontMatter, prefix: string): NumberedNode[] => {
  const blocks: NumberedNode[] = []
  for (const [key, node] of frontMatter.root.entries) {
    const digits = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (/^[1-9]\d{0,8}$/.test(digits)) blocks.push({ number: Number(digits), node })
  }
  return blocks.sort((a, b) => a.number - b.number)
}
