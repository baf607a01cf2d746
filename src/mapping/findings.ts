import { nodeAt } from '../frontMatter/parse.ts'
import { placesInScalar } from '../frontMatter/placesInScalar.ts'
import type { Finding, ProblemCode, Severity } from '../problems/problems.ts'
import type { FrontMatter, FrontMatterNode } from '../frontMatter/types.ts'
import type { CodecFinding, Mapping } from './types.ts'

type Place = { line: number; column: number }

const finding =
  (severity: Severity) =>
  (code: ProblemCode, { line, column }: Place, message: string, remedy: string): Finding => ({
    severity,
    line,
    column,
    code,
    message,
    remedy,
  })

/** Creates an error at the position of a node, from its code, message and remedy. */
export const errorAt = finding('error')

/** Creates a warning at the position of a node, from its code, message and remedy. */
export const warningAt = finding('warning')

/** The finding for a value that contradicts the path of its file. */
export const disagreement = (node: FrontMatterNode, name: string, expected: string): Finding =>
  errorAt(
    'disagrees-with-path',
    node,
    `The path of the file requires '${expected}' as its '${name}'.`,
    `Correct '${name}', or move the file to where it belongs.`,
  )

/** Converts the offsets in a codec's findings to positions in the file, in the same order. */
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

/** The keys above a dotted key, from the top: for `a.b.c` they are `a` and `a.b`. */
const parentsOf = (key: string): string[] =>
  key
    .split('.')
    .slice(0, -1)
    .map((_, at, names) => names.slice(0, at + 1).join('.'))

const known = new WeakMap<Mapping, string[]>()

/** The groups of keys of a mapping, collected once. */
const groupsOf = (mapping: Mapping): string[] => {
  const groups = known.get(mapping) ?? [...new Set(Object.keys(mapping.frontMatter).flatMap(parentsOf))]
  known.set(mapping, groups)
  return groups
}

/** Reports keys that have a value of their own in a file although the mapping has keys below them. */
export const misplacedGroups = (mapping: Mapping, frontMatter: FrontMatter): Finding[] =>
  groupsOf(mapping).flatMap((parent) => {
    const node = nodeAt(frontMatter, parent.split('.'))
    if (!node || node.kind === 'map' || (node.kind === 'scalar' && node.value === '')) return []
    return errorAt('wrong-type', node, `'${parent}' is not a group of keys.`, 'Indent its keys below it.')
  })
