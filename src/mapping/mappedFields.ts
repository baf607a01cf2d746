import { bindings } from './bindings.ts'
import { gapCodec, isLocale, pathTemplates, relatedName } from './gaps.ts'
import { template } from './template.ts'
import type { Codec, Mapping } from './types.ts'

/** One field of a document that a mapping reads or writes. */
export type MappedField = {
  /** Dotted path of the field; for `relatedField`, of the related document's field: `subject.slug`. */
  path: string
  /**
   * `value`: bound to a key or to the body. `path`: only known from the file's path. `derived`: derived from others.
   * `relatedField`: of a related document, needed for the path. `links` and `unresolved`: where links are stored.
   */
  role: 'value' | 'path' | 'derived' | 'relatedField' | 'links' | 'unresolved'
  /** The codec, for values and for non-text names in paths. */
  codec?: Codec
}

const namesOf = (mapping: Mapping): string[] => [
  ...pathTemplates(mapping).flatMap(({ names }) => names),
  ...bindings(mapping).templates.flatMap((binding) => template(binding.template).names),
]

const known = new WeakMap<Mapping, readonly MappedField[]>()

/** Every field of a document that a mapping uses, without duplicates; bound values first. Listed once for each mapping. */
export const mappedFields = (mapping: Mapping): readonly MappedField[] => {
  const fields = known.get(mapping) ?? listFields(mapping)
  known.set(mapping, fields)
  return fields
}

const listFields = (mapping: Mapping): MappedField[] => {
  const { byField, templates } = bindings(mapping)
  const found = new Map<string, MappedField>()
  const add = (field: MappedField): void => {
    if (!found.has(field.path)) found.set(field.path, field)
  }
  for (const { field, codec } of byField.values()) add({ path: field, role: 'value', codec })
  for (const { field } of templates) if (field !== undefined) add({ path: field, role: 'derived' })
  for (const name of namesOf(mapping).filter((gap) => !isLocale(mapping, gap))) {
    const codec = gapCodec(mapping, name)
    if (relatedName(mapping, name)) add({ path: name, role: 'relatedField' })
    else add({ path: name, role: 'path', ...(codec && { codec }) })
  }
  if (mapping.links) {
    add({ path: mapping.links.field, role: 'links' })
    add({ path: mapping.links.unresolved, role: 'unresolved' })
  }
  return [...found.values()]
}
