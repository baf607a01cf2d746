import { type Fault, findingsOf, locator } from './fault.ts'
import { mapNode } from './nodes.ts'
import type { Finding } from '../problems/problems.ts'
import { readSyntax } from './syntax.ts'
import {
  defaultLimits,
  type FrontMatter,
  type FrontMatterNode,
  type Limits,
  type ScalarNode,
} from './types.ts'

export type ParsedFrontMatter = { ok: true; frontMatter: FrontMatter } | { ok: false; findings: Finding[] }

/**
 * Takes a file apart into its front matter, with the position of every value, and its body.
 * Nothing is evaluated and nothing is typed. A file that cannot be read safely gives findings, never an error.
 */
export const parseFrontMatter = (text: string, limits: Partial<Limits> = {}): ParsedFrontMatter => {
  const allLimits = { ...defaultLimits, ...limits }
  const read = readSyntax(text, allLimits)
  if ('fault' in read) return { ok: false, findings: findingsOf(text, [read.fault]) }
  const faults: Fault[] = []
  const { syntax } = read
  const root = mapNode(syntax.root, { locate: locator(text), limits: allLimits, faults })
  if (faults.length > 0) return { ok: false, findings: findingsOf(text, faults) }
  return { ok: true, frontMatter: { text, root, body: text.slice(syntax.body) } }
}

/** The node at a key path such as `['seo', 'title']`; `undefined` where there is none. Does not look into lists. */
export const nodeAt = (frontMatter: FrontMatter, key: string[]): FrontMatterNode | undefined => {
  let node: FrontMatterNode | undefined = frontMatter.root
  for (const name of key) node = node?.kind === 'map' ? node.entries.get(name) : undefined
  return node
}

/** The scalar at a key path; `undefined` where there is none, or a map or list. */
export const scalarAt = (frontMatter: FrontMatter, key: string[]): ScalarNode | undefined => {
  const node = nodeAt(frontMatter, key)
  return node?.kind === 'scalar' ? node : undefined
}
