import type { FieldValue, RelatedValue } from './types.ts'

/** Tells the value of a relation from other values. */
export const isRelated = (value: FieldValue): value is RelatedValue =>
  typeof value === 'object' && !Array.isArray(value)
