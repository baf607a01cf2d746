import { nodeAt } from '../frontMatter/lookup.ts'
import type { Finding } from '../problems/problems.ts'
import type { FrontMatter } from '../frontMatter/types.ts'
import { applyPath } from './applyPath.ts'
import { bindings } from './bindings.ts'
import { bodyNode } from './bodyNode.ts'
import { canonicalRecord } from './canonicalRecord.ts'
import { misplacedGroups } from './misplacedGroups.ts'
import { placeFindings } from './placeFindings.ts'
import { readLinks } from './readLinks.ts'
import { readValue } from './readValue.ts'
import { template } from './template.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'

/**
 * Reads a file into a record. The path is relative to the content root and of the form of the mapping's `files`, else it
 * throws. Findings of severity `error` mean that the file says something that cannot
 * be taken over; a value with such a finding is none in the record, and an export keeps it as it stands.
 */
export const readFile = (
  mapping: Mapping,
  path: string,
  frontMatter: FrontMatter,
): { record: MappedRecord; findings: Finding[] } => {
  // A name that is left out by now may be that of a file which was taken before.
  const gaps = template(mapping.files).match(path)
  if (!gaps) throw new TypeError(`'${path}' is not a path of the mapping of '${mapping.collection}'.`)
  const { byField, body } = bindings(mapping)
  const stated: Record<string, FieldValue> = {}
  const found = misplacedGroups(mapping, frontMatter)
  for (const binding of byField.values()) {
    const node = binding === body ? bodyNode(frontMatter) : nodeAt(frontMatter, binding.key)
    const { value, findings = [] } = readValue(binding, node, frontMatter.root)
    stated[binding.field] = value
    found.push(...placeFindings(frontMatter.text, node, findings))
  }
  const placed = applyPath(mapping, frontMatter, stated, gaps)
  const linked = mapping.links ? readLinks(mapping.links, frontMatter) : { links: [], findings: [] }
  const record = { fields: placed.fields, links: linked.links.map(({ link }) => link) }
  return {
    record: canonicalRecord(mapping, record),
    findings: [...found, ...placed.findings, ...linked.findings].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
  }
}
