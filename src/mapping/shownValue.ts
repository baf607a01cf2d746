import type { ValueBinding } from './bindings.ts'
import { isEmpty } from './isEmpty.ts'
import type { FieldValue, MappedRecord } from './types.ts'

/** What a key shows of a record: its field's value, or while that is none its fallback's. */
export const shownValue = (binding: ValueBinding, { fields }: MappedRecord): FieldValue => {
  const own = fields[binding.field]
  return isEmpty(own) && binding.fallback !== undefined ? fields[binding.fallback] : own
}
