import { withLineFeeds } from '../frontMatter/cleanText.ts'
import type { FrontMatterValue } from '../frontMatter/types.ts'
import { isTexts } from './guards.ts'
import type { ValueBinding } from './bindings.ts'
import type { Codec, FieldValue, MappedRecord, PresentValue, RelatedValue } from './types.ts'

// Texts are saved with uniform line endings, and files may have others.
const equal = (a: PresentValue, b: PresentValue): boolean => {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return withLineFeeds(a) === withLineFeeds(b)
  if (isTexts(a) && isTexts(b))
    return a.length === b.length && a.every((item, at) => equal(item, b[at] ?? ''))
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two values are the same to a codec. No value is the same as an empty one, whatever the codec. */
export const sameValue = (codec: Codec, a: FieldValue, b: FieldValue): boolean => {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  return equal(a, b) || (codec.same?.(a, b) ?? false)
}

/** Whether a value counts as no value: `undefined`, an empty text, an empty list, a relationship to nothing. */
export const isEmpty = (value: FieldValue): value is undefined => {
  if (value === undefined || value === '') return true
  if (typeof value !== 'object') return false
  return Array.isArray(value)
    ? value.length === 0
    : !Object.values(value.related).some((field) => field !== undefined && field.length > 0)
}

/** Narrows a value to that of a has-many relationship, including an empty list. */
export const isRelatedList = (value: FieldValue): value is RelatedValue[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object')

/** Narrows a value to that of a relationship to one document. */
export const isRelated = (value: FieldValue): value is RelatedValue =>
  typeof value === 'object' && !Array.isArray(value)

/** The value that a key shows of a record: its field's value, or its fallback's if that is empty. */
export const shownValue = (binding: ValueBinding, { fields }: MappedRecord): FieldValue => {
  const own = fields[binding.field]
  return isEmpty(own) && binding.fallback !== undefined ? fields[binding.fallback] : own
}

/** Wraps the printed form of a codec for front matter: numbers, dates and booleans are written without quotes. */
export const typedBy = ({ typed = false }: Codec, printed: string | string[]): FrontMatterValue =>
  typed && typeof printed === 'string' ? { typed: printed } : printed
