import { bindings } from './bindings.ts'
import { bodyParts } from './bodyParts.ts'
import { isEmpty } from './isEmpty.ts'
import { sameValue } from './sameValue.ts'
import type { FieldValue, Mapping, MappedRecord } from './types.ts'

/**
 * The one form of all records that mean the same: an empty value is the default or none, a value equal to its
 * fallback is none, and a body has no blank lines around it. Files and documents are read into this form.
 */
export const canonicalRecord = (mapping: Mapping, record: MappedRecord): MappedRecord => {
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
  // Only now, since a fallback may be bound after the field that falls back on it.
  const withoutFallbacks = { ...fields }
  for (const { field, codec, fallback } of byField.values())
    if (fallback !== undefined && sameValue(codec, fields[field], fields[fallback]))
      withoutFallbacks[field] = undefined
  return { fields: withoutFallbacks, links: record.links }
}
