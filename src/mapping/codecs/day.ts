import { warningAt } from '../findings.ts'
import type { Codec } from '../types.ts'
import { decodeTyped, unexpectedValue } from './decode.ts'

const atNoon = (day: string): string => `${day}T12:00:00.000Z`

const read = (text: string): string | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const noon = new Date(atNoon(text))
  return !Number.isNaN(noon.getTime()) && noon.toISOString() === atNoon(text) ? atNoon(text) : undefined
}

const dayOf = (value: unknown): string => {
  const time = typeof value === 'string' ? new Date(value) : undefined
  if (!time || Number.isNaN(time.getTime())) throw unexpectedValue('day', value)
  return time.toISOString().slice(0, 10)
}

/**
 * A day without a time: `2024-11-27` is stored as noon in UTC, the same day from Hawaii to Auckland. An impossible day,
 * or one with a time, stays in the file and is reported as a warning.
 */
export const day: Codec = {
  name: 'day',
  typed: true,
  pattern: '\\d{4}-\\d{2}-\\d{2}',
  decode: decodeTyped({
    expected: 'a day such as 2024-11-27',
    read,
    report: (node, message, remedy) => warningAt('invalid-date', node, message, remedy),
  }),
  encode: dayOf,
  same: (a, b) => dayOf(a) === dayOf(b),
}
