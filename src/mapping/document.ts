import { cleanText } from '../frontMatter/cleanText.ts'
import { bindings } from './bindings.ts'
import { documentValue, setDocumentValue } from './documentValue.ts'
import { renderTemplate } from './filePath.ts'
import { relatedName } from './gaps.ts'
import { isObject, isTexts, textOf } from './guards.ts'
import { documentLinks } from './links.ts'
import { mappedFields } from './mappedFields.ts'
import { canonicalRecord } from './records.ts'
import type { FieldValue, MappedRecord, Mapping, RelatedValue, RelationOptions } from './types.ts'
import { isEmpty, isRelated, isRelatedList } from './values.ts'

const fieldValue = (path: string, value: unknown): FieldValue => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (isTexts(value)) return value.map((item) => cleanText(item))
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`The field '${path}' holds a value that no codec can print. Bind another field.`)
}

const rowTexts = (value: unknown, row: string): string[] =>
  (Array.isArray(value) ? value : []).map((item) => cleanText(textOf(documentValue(item, row))))

const relatedValues = (value: unknown, names: string[]): RelatedValue[] =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown) => relatedValue(item, names) ?? [])

const relatedValue = (value: unknown, names: string[]): RelatedValue | undefined => {
  if (!isObject(value)) return undefined
  const related: RelatedValue['related'] = {}
  for (const name of names) {
    const text = value[name]
    if (typeof text === 'string' || isTexts(text)) related[name] = text
  }
  return { related }
}

const namesOf = (mapping: Mapping, field: string, { by, aliases }: RelationOptions): string[] => {
  const fromPath = mappedFields(mapping).flatMap(({ path }) => {
    const [relation, of] = relatedName(mapping, path) ?? []
    return relation === field && of !== undefined ? of : []
  })
  return [...new Set([by, ...(aliases === undefined ? [] : [aliases]), ...fromPath])]
}

/**
 * Reads a plain Payload document into a record. The document must be read deep enough that its relations, its links and
 * the relations of these are objects: for articles, depth 2. An id in place of an object is treated like the id of a
 * deleted document and omitted. Localized values are those of `locale`.
 */
export const readDocument = (
  mapping: Mapping,
  document: Record<string, unknown>,
  locale?: string,
): MappedRecord => {
  const fields: Record<string, FieldValue> = {}
  for (const { path, role, codec } of mappedFields(mapping)) {
    const value = documentValue(document, path)
    const names = codec?.relation ? namesOf(mapping, path, codec.relation) : []
    if (codec?.relation?.many) fields[path] = relatedValues(value, names)
    else if (codec?.relation) fields[path] = relatedValue(value, names)
    else if (codec?.row !== undefined) fields[path] = rowTexts(value, codec.row)
    else if (role === 'value' || role === 'path' || role === 'derived') fields[path] = fieldValue(path, value)
  }
  const links = mapping.links ? documentLinks(mapping.links, document) : []
  return canonicalRecord(mapping, { fields, links, ...(locale === undefined ? {} : { locale }) })
}

/** A document that a relation names, which the caller resolves to an id; one of several with `many`. */
export type RelationToResolve = { field: string; options: RelationOptions; value: RelatedValue }

/** The document that a record describes. */
export type DocumentData = {
  /** Nested data for Payload. A field without a value is `null`, so that an update clears it. */
  data: Record<string, unknown>
  /** Relations that have a value, in the order of each list; `data` does not contain them. */
  relations: RelationToResolve[]
}

const rowsOf = (value: FieldValue, row: string): Record<string, string>[] =>
  isTexts(value) ? value.map((text) => ({ [row]: text })) : []

/**
 * Converts a record to a document. Derived fields and `_status` are omitted while they have no value, since they cannot
 * be empty. Links are left to the caller, who resolves `canonicalLinks(record.links)` by their URLs.
 */
export const toData = (mapping: Mapping, record: MappedRecord): DocumentData => {
  const canonical = canonicalRecord(mapping, record)
  const { fields } = canonical
  const data: Record<string, unknown> = {}
  const relations: RelationToResolve[] = []
  const set = (path: string, value: unknown): void => setDocumentValue(data, path, value)
  for (const { path, role, codec } of mappedFields(mapping)) {
    const value = fields[path]
    if (codec?.relation) {
      const { relation } = codec
      const named = isRelatedList(value) ? value : isEmpty(value) || !isRelated(value) ? [] : [value]
      set(path, relation.many ? [] : null)
      relations.push(...named.map((item) => ({ field: path, options: relation, value: item })))
    } else if (role === 'path' || path === '_status') {
      if (!isEmpty(value)) set(path, value)
    } else if (codec?.row !== undefined) set(path, rowsOf(value, codec.row))
    else if (role === 'value') set(path, isEmpty(value) ? null : value)
  }
  for (const { field, template } of bindings(mapping).templates) {
    const value = field === undefined ? undefined : renderTemplate(mapping, template, canonical)
    if (field !== undefined && value !== undefined) set(field, value)
  }
  return { data, relations }
}
