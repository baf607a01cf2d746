import type { CollectionBeforeValidateHook, FlattenedField } from 'payload'

import { cleanText } from '../frontMatter/cleanText.ts'
import { isRecord } from '../documents/documents.ts'

type Data = Record<string, unknown>

const cleanValue = (field: FlattenedField, value: unknown): unknown => {
  switch (field.type) {
    case 'code':
    case 'textarea':
      return typeof value === 'string' ? cleanText(value) : value
    case 'text':
      if (Array.isArray(value)) return value.map((item: unknown) => cleanValue(field, item))
      return typeof value === 'string' ? cleanText(value, false) : value
    case 'array':
      return Array.isArray(value)
        ? value.map((row: unknown) => (isRecord(row) ? cleanData(field.flattenedFields, row) : row))
        : value
    case 'group':
    case 'tab':
      return isRecord(value) ? cleanData(field.flattenedFields, value) : value
    default:
      return value
  }
}

const cleanData = (fields: readonly FlattenedField[], data: Data): Data => {
  const cleaned = fields.flatMap((field) =>
    field.name in data ? [[field.name, cleanValue(field, data[field.name])] as const] : [],
  )
  return { ...data, ...Object.fromEntries(cleaned) }
}

/**
 * Replaces characters that files cannot contain in all texts of a save, whoever saves: text pasted from word processors
 * or sent by programs may contain control characters and other line endings. See `cleanText`.
 */
export const cleanTexts: CollectionBeforeValidateHook = ({ collection, data }) =>
  isRecord(data) ? cleanData(collection.flattenedFields, data) : data
