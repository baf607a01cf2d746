import type { CollectionSlug, Field, Payload } from 'payload'

import { isRecord } from './documents.ts'

type Values = Record<string, unknown>

/** Types whose values Payload completes or converts by rules of their own. */
const complex = new Set<string>(['array', 'blocks', 'point', 'richText'])

const isPlainId = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && !['', 'none', 'null'].includes(value))

const hasNumericIds = ({ collections }: Payload, slugs: CollectionSlug | CollectionSlug[]): boolean =>
  [slugs].flat().some((slug) => collections[slug].customIDType === 'number')

/** Whether Payload converts the value of a field before its validation. */
const isConverted = (payload: Payload, field: Field, value: unknown): boolean => {
  if (complex.has(field.type)) return true
  if (field.type === 'checkbox' || field.type === 'number') return typeof value === 'string'
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  if (value === undefined) return false
  const isPlain = Array.isArray(value) ? value.every(isPlainId) : isPlainId(value)
  return !isPlain || hasNumericIds(payload, field.relationTo)
}

const needsPreparation = (payload: Payload, field: Field, values: Values): boolean => {
  if (!('name' in field) || !field.name) return true
  if ('hooks' in field && (field.hooks?.beforeValidate?.length ?? 0) > 0) return true
  const value = values[field.name]
  const hasDefault = 'defaultValue' in field && field.defaultValue !== undefined
  return (value === undefined && hasDefault) || isConverted(payload, field, value)
}

/**
 * The fields of a new document that Payload's preparation can change: those with a default and no value, with hooks, or
 * with a value to convert. The traversal of the others takes long and leaves them as they are. The fields of a group are
 * complete or left out together.
 */
export const fieldsToPrepare = (payload: Payload, fields: readonly Field[], values: Values): Field[] =>
  fields.flatMap((field) => {
    if (field.type === 'ui') return []
    if (field.type === 'row' || field.type === 'collapsible')
      return fieldsToPrepare(payload, field.fields, values)
    if (field.type === 'tabs') {
      const hasNames = field.tabs.some((tab) => 'name' in tab && tab.name)
      return hasNames ? [field] : field.tabs.flatMap((tab) => fieldsToPrepare(payload, tab.fields, values))
    }
    if (field.type !== 'group' || !('name' in field) || !field.name)
      return needsPreparation(payload, field, values) ? [field] : []
    const inner = values[field.name]
    const isComplete = isRecord(inner) && fieldsToPrepare(payload, field.fields, inner).length === 0
    return isComplete && !needsPreparation(payload, field, values) ? [] : [field]
  })
