import type { Finding } from '../frontMatter/problems.ts'
import { nodeAt } from '../frontMatter/lookup.ts'
import type { FrontMatter, FrontMatterNode } from '../frontMatter/types.ts'
import { bindings, type ValueBinding } from './bindings.ts'
import { bodyNode } from './bodyNode.ts'
import { canonicalRecord } from './canonicalRecord.ts'
import { findings } from './findings.ts'
import { isEmpty } from './isEmpty.ts'
import { isRelated } from './isRelated.ts'
import { relatedName } from './mappedFields.ts'
import { matchPath } from './matchPath.ts'
import { readLinks } from './readLinks.ts'
import { renderTemplate } from './renderTemplate.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'

type Found = { fields: Record<string, FieldValue>; findings: Finding[] }

const readValue = (found: Found, frontMatter: FrontMatter, binding: ValueBinding, node?: FrontMatterNode): void => {
  const decoded = node ? binding.codec.decode(node) : { value: undefined }
  found.fields[binding.field] = decoded.value
  if (decoded.findings) found.findings.push(...decoded.findings)
  else if (binding.required && isEmpty(decoded.value)) {
    const name = binding.key.length > 0 ? `key '${binding.key.join('.')}'` : 'text after the front matter'
    const message = node ? `The ${name} is empty.` : `The ${name} is missing.`
    found.findings.push(findings.error('missing-key', node ?? frontMatter.root, message, 'Add it.'))
  }
}

const misplaced = (frontMatter: FrontMatter, mapping: Mapping): Finding[] => {
  const parents = new Set(
    Object.keys(mapping.frontMatter).flatMap((key) => {
      const names = key.split('.')
      return names.slice(1).map((_, at) => names.slice(0, at + 1).join('.'))
    }),
  )
  return [...parents].flatMap((parent) => {
    const node = nodeAt(frontMatter, parent.split('.'))
    if (!node || node.kind === 'map' || (node.kind === 'scalar' && node.value === '')) return []
    return findings.error('wrong-type', node, `'${parent}' is not a group of keys.`, 'Indent its keys below it.')
  })
}

const disagreement = (node: FrontMatterNode, name: string, expected: string): Finding =>
  findings.error(
    'disagrees-with-path',
    node,
    `The path of the file asks for '${expected}' as its '${name}'.`,
    `Correct '${name}', or move the file to where it belongs.`,
  )

const addPath = (mapping: Mapping, frontMatter: FrontMatter, found: Found, gaps: Record<string, string>): void => {
  for (const [name, text] of Object.entries(gaps)) {
    const [field, of] = relatedName(mapping, name) ?? [name]
    const value = found.fields[field]
    const stated = of === undefined ? value : isRelated(value) ? value.related[of] : undefined
    const binding = bindings(mapping).byField.get(field)
    if (binding && stated !== undefined && stated !== text)
      found.findings.push(
        disagreement(nodeAt(frontMatter, binding.key) ?? frontMatter.root, binding.key.join('.'), text),
      )
    if (of === undefined) found.fields[field] = text
    else found.fields[field] = { related: { ...(isRelated(value) ? value.related : {}), [of]: text } }
  }
}

const readDerived = (mapping: Mapping, frontMatter: FrontMatter, found: Found): void => {
  for (const { key, template, field } of bindings(mapping).templates) {
    const expected = renderTemplate(mapping, template, found.fields)
    const node = nodeAt(frontMatter, key)
    if (expected === undefined) continue
    if (field !== undefined) found.fields[field] = expected
    const agrees = !node || (node.kind === 'scalar' && node.value === expected)
    if (!agrees) found.findings.push(disagreement(node, key.join('.'), expected))
  }
}

/**
 * Reads a file into a record. The path is relative to the content root and one that the mapping takes
 * (see `matchPath`), else it throws. Findings of severity `error` mean that the file says something that cannot
 * be taken over; a value with a finding is none in the record, and an export keeps it as it stands.
 */
export const readFile = (
  mapping: Mapping,
  path: string,
  frontMatter: FrontMatter,
): { record: MappedRecord; findings: Finding[] } => {
  const gaps = matchPath(mapping, path)
  if (!gaps) throw new TypeError(`'${path}' is not a path of the mapping of '${mapping.collection}'.`)
  const { values, body } = bindings(mapping)
  const found: Found = { fields: {}, findings: misplaced(frontMatter, mapping) }
  for (const binding of values) readValue(found, frontMatter, binding, nodeAt(frontMatter, binding.key))
  if (body) readValue(found, frontMatter, body, bodyNode(frontMatter))
  addPath(mapping, frontMatter, found, gaps)
  readDerived(mapping, frontMatter, found)
  const links = mapping.links ? readLinks(mapping.links, frontMatter) : { links: [], findings: [] }
  const record = { fields: found.fields, links: links.links.map(({ link }) => link) }
  return {
    record: canonicalRecord(mapping, record),
    findings: [...found.findings, ...links.findings].sort((a, b) => a.line - b.line || a.column - b.column),
  }
}
