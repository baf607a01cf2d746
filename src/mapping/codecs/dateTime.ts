import { warningAt } from '../findings.ts'
import type { Codec } from '../types.ts'
import { decodeTyped, unexpectedValue } from './decode.ts'

const pattern =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:(?<separator>[Tt]|[ \t]+)(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?<gap>[ \t]*)(?<zone>[Zz]|[-+]\d{2}:?\d{2})?)?$/

type Parts = {
  separator: string
  time: string | undefined
  /** Including the spaces before it. */
  zone: string
  minutes: number
  instant: Date
}

const minutesOf = (zone: string): number => {
  const [, sign, hours, minutes] = /^([-+])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

const parse = (text: string): Parts | undefined => {
  const groups = pattern.exec(text)?.groups
  if (!groups) return undefined
  const { day = '', gap = '', separator = 'T', time, zone = '' } = groups
  const utc = new Date(`${day}T${time ?? '00:00'}Z`)
  // The date parser accepts February 30 as March 1.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== day) return undefined
  const minutes = minutesOf(zone)
  return { separator, time, zone: gap + zone, minutes, instant: new Date(utc.getTime() - minutes * 60_000) }
}

const instantOf = (value: unknown): Date => {
  const instant = typeof value === 'string' ? new Date(value) : undefined
  if (!instant || Number.isNaN(instant.getTime())) throw unexpectedValue('dateTime', value)
  return instant
}

/**
 * A point in time as ISO 8601, stored in UTC; without a zone it is read as UTC. A new value is written with the
 * separator and zone of the previous one, and as a day alone if that is equivalent.
 */
export const dateTime: Codec = {
  name: 'dateTime',
  typed: true,
  decode: decodeTyped({
    expected: 'a date such as 2024-11-27T10:00:00Z',
    read: (text) => parse(text)?.instant.toISOString(),
    report: (node, message, remedy) => warningAt('invalid-date', node, message, remedy),
  }),
  encode: (value, before) => {
    const instant = instantOf(value)
    const previous = before?.kind === 'scalar' ? parse(before.value.trim()) : undefined
    if (!previous) return instant.toISOString().replace('.000Z', 'Z')
    const local = new Date(instant.getTime() + previous.minutes * 60_000).toISOString()
    if (previous.time === undefined && local.endsWith('T00:00:00.000Z')) return local.slice(0, 10)
    const time = local.slice(11, -1).replace('.000', '')
    return `${local.slice(0, 10)}${previous.separator}${time}${previous.time === undefined ? 'Z' : previous.zone}`
  },
  same: (a, b) => instantOf(a).getTime() === instantOf(b).getTime(),
}
