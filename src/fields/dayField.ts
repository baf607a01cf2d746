import type { DateField } from 'payload'

/** Noon in UTC on the UTC day of a date: the same calendar day from Hawaii to Auckland. */
export const noonOf = (value: unknown): unknown => {
  if (typeof value !== 'string' && !(value instanceof Date)) return value
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return value
  return `${date.toISOString().slice(0, 10)}T12:00:00.000Z`
}

/** A date without a time, stored at noon in UTC, however it is saved. */
export const dayField = (field: Omit<DateField, 'type'>): DateField => ({
  ...field,
  type: 'date',
  admin: { ...field.admin, date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
  hooks: {
    ...field.hooks,
    beforeValidate: [...(field.hooks?.beforeValidate ?? []), ({ value }) => noonOf(value)],
  },
})
