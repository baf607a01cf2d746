import { bindings } from './bindings.ts'
import { canonicalLinks } from './canonicalLinks.ts'
import { canonicalRecord } from './canonicalRecord.ts'
import { text } from './codecs/text.ts'
import { mappedFields } from './mappedFields.ts'
import { sameValue } from './sameValue.ts'
import type { Link, MappedRecord, Mapping } from './types.ts'

/** Whether two lists lead to the same places in the same order; repeats and what blocks say do not count. */
export const sameLinks = (a: Link[], b: Link[]): boolean => {
  const [first, second] = [canonicalLinks(a), canonicalLinks(b)]
  return first.length === second.length && first.every(({ url }, at) => url === second[at]?.url)
}

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
