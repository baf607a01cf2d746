import type { Finding } from '../problems/problems.ts'
import type { FrontMatter, FrontMatterNode } from '../frontMatter/types.ts'
import { findings } from './findings.ts'
import { numberedBlocks } from './numberedBlocks.ts'
import type { Link, LinksBinding } from './types.ts'

/** A link of a file, with the number of its block. */
export type NumberedLink = { number: number; link: Link }

const malformed = (node: FrontMatterNode, message: string, { block }: LinksBinding): Finding =>
  findings.error(
    'wrong-type',
    node,
    message,
    `Write the keys ${Object.keys(block).join(', ')}, each with a text.`,
  )

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

/** Reads the link blocks of a file in the order of their numbers, repeats included; malformed ones are reported. */
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
