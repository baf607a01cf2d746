import { type Fault, findingsOf, locator } from './fault.ts'
import { type Context, mapNode } from './nodes.ts'
import type { Finding } from '../problems/problems.ts'
import { readSimpleYaml } from './simpleYaml.ts'
import { splitFile } from './split.ts'
import { readSyntax } from './syntax.ts'
import { tomlRoot } from './toml/nodes.ts'
import { readTomlSyntax } from './toml/syntax.ts'
import {
  defaultLimits,
  type FrontMatter,
  type FrontMatterNode,
  type Limits,
  type MapNode,
  type ScalarNode,
} from './types.ts'

export type ParsedFrontMatter = { ok: true; frontMatter: FrontMatter } | { ok: false; findings: Finding[] }

/**
 * Parses a file into its front matter, with the position of every value, and its body. Nothing is evaluated and nothing
 * is typed. A file that cannot be read safely results in findings, never in an error.
 */
export const parseFrontMatter = (text: string, limits: Partial<Limits> = {}): ParsedFrontMatter => {
  const allLimits = { ...defaultLimits, ...limits }
  const faults: Fault[] = []
  const split = splitFile(text, allLimits)
  const root = readRoot(text, split, { locate: locator(text), limits: allLimits, faults })
  if (!split.ok || !root) return { ok: false, findings: findingsOf(text, faults) }
  const { body, syntax } = split.parts
  return { ok: true, frontMatter: { text, syntax, root, body: text.slice(body) } }
}

/** The top level of the front matter; `undefined` if there are faults, which are added to those of the context. */
const readRoot = (
  text: string,
  split: ReturnType<typeof splitFile>,
  context: Context,
): MapNode | undefined => {
  const { faults } = context
  if (!split.ok) {
    faults.push(split.fault)
    return undefined
  }
  const { parts } = split
  if (parts.syntax === 'toml') {
    const read = readTomlSyntax(text, parts)
    if (!read.ok) faults.push(read.fault)
    const root = read.ok ? tomlRoot(read.syntax, context) : undefined
    return faults.length > 0 ? undefined : root
  }
  const simple = readSimpleYaml(text, parts, context.limits)
  if (simple) return simple
  const read = readSyntax(text, parts, context.limits)
  if (!read.ok) faults.push(read.fault)
  const root = read.ok ? mapNode(read.syntax.root, context) : undefined
  return faults.length > 0 ? undefined : root
}

/** The node at a key path such as `['seo', 'title']`; `undefined` if there is none. Does not look into lists. */
export const nodeAt = (frontMatter: FrontMatter, key: string[]): FrontMatterNode | undefined => {
  let node: FrontMatterNode | undefined = frontMatter.root
  for (const name of key) node = node?.kind === 'map' ? node.entries.get(name) : undefined
  return node
}

/** The scalar at a key path; `undefined` if there is none, or a map or list. */
export const scalarAt = (frontMatter: FrontMatter, key: string[]): ScalarNode | undefined => {
  const node = nodeAt(frontMatter, key)
  return node?.kind === 'scalar' ? node : undefined
}
