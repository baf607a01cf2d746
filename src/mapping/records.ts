import { bindings } from './bindings.ts'
import { bodyParts } from './body.ts'
import { text } from './codecs/text.ts'
import { sameLinks } from './links.ts'
import { mappedFields } from './mappedFields.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'
import { isEmpty, sameValue } from './values.ts'

// By identity, so that a copy with other fields is converted again.
const canonicalRecords = new WeakSet<MappedRecord>()

/**
 * The canonical form of all records with the same meaning: an empty value is the default or missing, a value equal to
 * its fallback is missing, and a body has no blank lines around it. Files and documents are read into this form; a
 * record in this form is returned unchanged.
 */
export const canonicalRecord = (mapping: Mapping, record: MappedRecord): MappedRecord => {
  if (canonicalRecords.has(record)) return record
  const { byField, body } = bindings(mapping)
  const fields: Record<string, FieldValue> = {}
  for (const [field, value] of Object.entries(record.fields))
    fields[field] = isEmpty(value) ? undefined : value
  for (const binding of byField.values()) {
    const value = fields[binding.field]
    const text =
      binding === body && typeof value === 'string' ? bodyParts(value.replaceAll('\r\n', '\n')).text : value
    fields[binding.field] = isEmpty(text) ? binding.default : text
  }
  // Only now, since a fallback may be bound after the field that uses it.
  const withoutFallbacks = { ...fields }
  for (const { field, codec, fallback } of byField.values())
    if (fallback !== undefined && sameValue(codec, fields[field], fields[fallback]))
      withoutFallbacks[field] = undefined
  const result = { ...record, fields: withoutFallbacks }
  canonicalRecords.add(result)
  return result
}

/**
 * Lists the differences between two records: dotted paths of fields, and the links field. Derived fields are excluded,
 * since they follow from the others.
 */
export const differences = (mapping: Mapping, a: MappedRecord, b: MappedRecord): string[] => {
  const [first, second] = [canonicalRecord(mapping, a), canonicalRecord(mapping, b)]
  const { byField } = bindings(mapping)
  return mappedFields(mapping)
    .filter(({ codec, path, role }) => {
      if (role === 'links') return !sameLinks(first.links, second.links)
      if (role !== 'value' && role !== 'path') return false
      return !sameValue(byField.get(path)?.codec ?? codec ?? text, first.fields[path], second.fields[path])
    })
    .map(({ path }) => path)
}
