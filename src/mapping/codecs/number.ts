import type { FrontMatterNode } from '../../frontMatter/types.ts'
import type { Codec } from '../types.ts'
import { decodeTyped, unexpectedValue } from './decode.ts'

const pattern = /^[-+]?(?:\d+(?:\.(?<decimals>\d*))?|\.\d+)(?:[eE][-+]?\d+)?$/

const read = (text: string): number | undefined => {
  const value = pattern.test(text) ? Number(text) : NaN
  if (!Number.isFinite(value)) return undefined
  // A larger integer would not survive the round trip.
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !/e/i.test(text) ? undefined : value
}

const decimalsOf = (text: string): number => pattern.exec(text)?.groups?.decimals?.length ?? 0

const encode = (value: number, before: FrontMatterNode | undefined): string => {
  const shortest = String(value)
  const decimals = before?.kind === 'scalar' ? decimalsOf(before.value.trim()) : 0
  if (/e/.test(shortest) || decimals <= decimalsOf(shortest)) return shortest
  return value.toFixed(Math.min(decimals, 100))
}

/** A decimal number. A new value has at least as many decimals as the old one: 2 replaces `-1.0` as `2.0`. */
export const number: Codec = {
  name: 'number',
  typed: true,
  pattern: '-?\\d+(?:\\.\\d+)?',
  decode: decodeTyped({ expected: 'a number', read }),
  encode: (value, before) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw unexpectedValue('number', value)
    return encode(value, before)
  },
}
