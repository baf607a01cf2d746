import { cleanText } from '../frontMatter/index.ts'
import { canonicalRecord } from './canonicalRecord.ts'
import { documentLinks } from './documentLinks.ts'
import { documentValue } from './documentValue.ts'
import { isObject } from './isObject.ts'
import { mappedFields } from './mappedFields.ts'
import { relatedName } from './relatedName.ts'
import type { FieldValue, MappedRecord, Mapping, RelatedValue, RelationOptions } from './types.ts'

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const fieldValue = (path: string, value: unknown): FieldValue => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (isTexts(value)) return value.map((item) => cleanText(item))
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`The field '${path}' holds a value that no codec can print. Bind another field.`)
}

const relatedValue = (value: unknown, names: string[]): FieldValue => {
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
 * Reads a document into a record. It is a plain document of Payload, read deep enough that its relations, its
 * links and their relations are objects: with articles, depth 2. An id that stands where an object should be leads
 * to nothing, as a deleted document does, and is left out.
 */
export const readDocument = (mapping: Mapping, document: Record<string, unknown>): MappedRecord => {
  const fields: Record<string, FieldValue> = {}
  for (const { path, role, codec } of mappedFields(mapping)) {
    const value = documentValue(document, path)
    if (codec?.relation) fields[path] = relatedValue(value, namesOf(mapping, path, codec.relation))
    else if (role === 'value' || role === 'path' || role === 'derived') fields[path] = fieldValue(path, value)
  }
  const links = mapping.links ? documentLinks(mapping.links, document) : []
  return canonicalRecord(mapping, { fields, links })
}
