import { nodeAt } from '../frontMatter/parse.ts'
import type { Finding } from '../problems/problems.ts'
import type { FrontMatter, FrontMatterNode, MapNode } from '../frontMatter/types.ts'
import { applyPath } from './applyPath.ts'
import { bindings, type ValueBinding } from './bindings.ts'
import { bodyNode } from './body.ts'
import { readLinks } from './fileLinks.ts'
import { errorAt, misplacedGroups, placeFindings } from './findings.ts'
import { canonicalRecord } from './records.ts'
import { gapsOf } from './filePath.ts'
import type { Decoded, FieldValue, MappedRecord, Mapping } from './types.ts'
import { isEmpty } from './values.ts'

/**
 * Reads a file into a record. The path is relative to the content root and must match the mapping's `files`, or it
 * throws. Findings of severity `error` mean that something in the file cannot be imported; a value with such a finding
 * is missing in the record, and an export keeps its text.
 */
export const readFile = (
  mapping: Mapping,
  path: string,
  frontMatter: FrontMatter,
): { record: MappedRecord; findings: Finding[] } => {
  // A path that the mapping ignores now may belong to a file that was imported before.
  const gaps = gapsOf(mapping, path)
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
  const locale = mapping.locales && gaps.locale
  const record = {
    fields: placed.fields,
    links: linked.links.map(({ link }) => link),
    ...(locale === undefined ? {} : { locale }),
  }
  return {
    record: canonicalRecord(mapping, record),
    findings: [...found, ...placed.findings, ...linked.findings].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
  }
}

/** Reads the node of a binding, if it exists; a missing required one is reported at the top. */
const readValue = (binding: ValueBinding, node: FrontMatterNode | undefined, top: MapNode): Decoded => {
  const decoded = node ? binding.codec.decode(node) : { value: undefined }
  if (!binding.required || decoded.findings || !isEmpty(decoded.value)) return decoded
  const name = binding.key.length > 0 ? `key '${binding.key.join('.')}'` : 'text after the front matter'
  const message = `The ${name} is ${node ? 'empty' : 'missing'}.`
  return { value: undefined, findings: [errorAt('missing-key', node ?? top, message, 'Add it.')] }
}
