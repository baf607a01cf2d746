import { bindings } from './bindings.ts'
import { template } from './template.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'
import { isRelated } from './values.ts'

/**
 * Where the file of a record stands under the content root; `undefined` while a value for it is missing, and where that is
 * a name which the mapping leaves out.
 */
export const filePath = (mapping: Mapping, record: MappedRecord): string | undefined => {
  const path = renderTemplate(mapping, mapping.files, record.fields)
  return path === undefined || isIgnored(mapping, path) ? undefined : path
}

const isNamed = (name: string, pattern: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name)
}

/** Whether a mapping leaves a file out by its name, though its path would be one of a document. */
export const isIgnored = ({ ignore = [] }: Mapping, path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return ignore.some((pattern) => isNamed(name, pattern))
}

/**
 * What the path of a file says, by the gaps of `files`: `{ 'subject.slug': 'biology', slug: 'what-is-a-cell' }`.
 * `undefined` where the mapping does not take the file. The path is relative to the content root.
 */
export const matchPath = (mapping: Mapping, path: string): Record<string, string> | undefined =>
  isIgnored(mapping, path) ? undefined : template(mapping.files).match(path)

const valueOf = (mapping: Mapping, fields: Record<string, FieldValue>, name: string): string | undefined => {
  const related = relatedName(mapping, name)
  if (!related) {
    const value = fields[name]
    return typeof value === 'string' ? value : undefined
  }
  const [field, of] = related
  const value = fields[field]
  const text = isRelated(value) ? value.related[of] : undefined
  return typeof text === 'string' ? text : undefined
}

/** Fills a template of a mapping from the values of a record; `undefined` where one is missing or unusable. */
export const renderTemplate = (
  mapping: Mapping,
  source: string,
  fields: Record<string, FieldValue>,
): string | undefined => {
  const { names, render } = template(source)
  return render(Object.fromEntries(names.map((name) => [name, valueOf(mapping, fields, name)])))
}

/** Splits the name of a gap that is a field of a related document: `subject.slug`. */
export const relatedName = (mapping: Mapping, name: string): [field: string, of: string] | undefined => {
  const [field = '', of, ...rest] = name.split('.')
  const isRelation = bindings(mapping).byField.get(field)?.codec.relation !== undefined
  return isRelation && of !== undefined && rest.length === 0 ? [field, of] : undefined
}
