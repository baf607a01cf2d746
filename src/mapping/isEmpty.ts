import type { FieldValue } from './types.ts'

/** Whether a value counts as none: `undefined`, an empty text, an empty list, a relation to nothing. */
export const isEmpty = (value: FieldValue): value is undefined => {
  if (value === undefined || value === '') return true
  if (typeof value !== 'object') return false
  return Array.isArray(value)
    ? value.length === 0
    : !Object.values(value.related).some((field) => field !== undefined && field.length > 0)
}
