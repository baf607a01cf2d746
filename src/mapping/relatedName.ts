import { bindings } from './bindings.ts'
import type { Mapping } from './types.ts'

/** Splits the name of a gap that is a field of a related document: `subject.slug`. */
export const relatedName = (mapping: Mapping, name: string): [field: string, of: string] | undefined => {
  const [field = '', of, ...rest] = name.split('.')
  const isRelation = bindings(mapping).byField.get(field)?.codec.relation !== undefined
  return isRelation && of !== undefined && rest.length === 0 ? [field, of] : undefined
}
