import { bindings } from './bindings.ts'
import { canonicalRecord } from './canonicalRecord.ts'
import { text } from './codecs/text.ts'
import { mappedFields } from './mappedFields.ts'
import { sameLinks } from './sameLinks.ts'
import { sameValue } from './sameValue.ts'
import type { MappedRecord, Mapping } from './types.ts'

/**
 * Names what differs between two records: dotted paths of fields, and the links field. Derived fields are left
 * out, as they follow from the others.
 */
export const differences = (mapping: Mapping, a: MappedRecord, b: MappedRecord): string[] => {
  const [first, second] = [canonicalRecord(mapping, a), canonicalRecord(mapping, b)]
  const { byField } = bindings(mapping)
  return mappedFields(mapping)
    .filter(({ path, role }) => {
      if (role === 'links') return !sameLinks(first.links, second.links)
      if (role !== 'value' && role !== 'path') return false
      return !sameValue(byField.get(path)?.codec ?? text, first.fields[path], second.fields[path])
    })
    .map(({ path }) => path)
}
