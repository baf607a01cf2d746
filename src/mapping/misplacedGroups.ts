import { nodeAt } from '../frontMatter/lookup.ts'
import type { Finding } from '../problems/problems.ts'
import type { FrontMatter } from '../frontMatter/types.ts'
import { findings } from './findings.ts'
import type { Mapping } from './types.ts'

/** The keys above a dotted key, from the top: of `a.b.c` they are `a` and `a.b`. */
const parentsOf = (key: string): string[] =>
  key
    .split('.')
    .slice(0, -1)
    .map((_, at, names) => names.slice(0, at + 1).join('.'))

/** Reports keys that stand for something else in a file where the mapping has keys below them. */
export const misplacedGroups = (mapping: Mapping, frontMatter: FrontMatter): Finding[] =>
  [...new Set(Object.keys(mapping.frontMatter).flatMap(parentsOf))].flatMap((parent) => {
    const node = nodeAt(frontMatter, parent.split('.'))
    if (!node || node.kind === 'map' || (node.kind === 'scalar' && node.value === '')) return []
    return findings.error(
      'wrong-type',
      node,
      `'${parent}' is not a group of keys.`,
      'Indent its keys below it.',
    )
  })
