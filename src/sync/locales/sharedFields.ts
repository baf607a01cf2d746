import type { Payload } from 'payload'

import { fieldsByPath } from '../../documents/fieldsByPath.ts'
import { collectionOf } from '../../documents/documents.ts'
import { canonicalLinks } from '../../mapping/links.ts'
import { bindings } from '../../mapping/bindings.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import { differences } from '../../mapping/records.ts'
import type { FieldValue, MappedRecord, Mapping } from '../../mapping/types.ts'
import { sameValue } from '../../mapping/values.ts'
import { text } from '../../mapping/codecs/index.ts'

/** Paths of the mapped fields that are not localized and have one value for all locales. */
export type SharedFields = ReadonlySet<string>

const none: SharedFields = new Set()

const known = new WeakMap<Mapping, { config: object; shared: SharedFields }>()

/** The mapped fields of a collection that are not localized; empty for a mapping without `locales`. */
export const sharedFieldsOf = (payload: Payload, mapping: Mapping): SharedFields => {
  if (!mapping.locales) return none
  const { config } = payload.collections[collectionOf(payload, mapping.collection)]
  const before = known.get(mapping)
  if (before?.config === config) return before.shared
  const fields = fieldsByPath(config.fields)
  const shared = new Set(
    mappedFields(mapping).flatMap(({ path }) => (fields.get(path)?.isLocalized ? [] : [path])),
  )
  known.set(mapping, { config, shared })
  return shared
}

/** Whether a record has a value in any localized field. */
export const hasContent = (mapping: Mapping, shared: SharedFields, { fields }: MappedRecord): boolean => {
  const { byField } = bindings(mapping)
  return mappedFields(mapping).some(({ path, role }) => {
    if (shared.has(path) || (role !== 'value' && role !== 'path')) return false
    const value = fields[path]
    const binding = byField.get(path)
    // Payload stores false for a checkbox that was never set.
    return value !== false && !sameValue(binding?.codec ?? text, value, binding?.default)
  })
}

/** A record with some fields, possibly links, taken from another record; they are empty if that is undefined. */
export const withFieldsOf = (
  mapping: Mapping,
  record: MappedRecord,
  other: MappedRecord | undefined,
  fields: readonly string[],
): MappedRecord => {
  const values: Record<string, FieldValue> = { ...record.fields }
  let { links } = record
  for (const field of fields) {
    if (field === mapping.links?.field) links = other ? canonicalLinks(other.links) : []
    else values[field] = other?.fields[field]
  }
  return { ...record, fields: values, links }
}

/**
 * The record for a file that is not the source file: the file (`own`) keeps its values of shared fields that differ from
 * those of the source file.
 */
export const withOwnShared = (
  mapping: Mapping,
  shared: SharedFields,
  record: MappedRecord,
  { own, source }: { own: MappedRecord; source: MappedRecord },
): MappedRecord => {
  const others = differences(mapping, own, source).filter((field) => shared.has(field))
  return others.length === 0 ? record : withFieldsOf(mapping, record, own, others)
}
