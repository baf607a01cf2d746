import { parseTOML } from 'toml-eslint-parser'

import type { Entry } from '../printEntries.ts'
import type { FrontMatterValue } from '../types.ts'
import { tomlText } from './nodes.ts'
import { printTomlString } from './strings.ts'

/** The type of an unquoted value; dates and times count as one type. */
export type BareKind = 'number' | 'boolean' | 'date'

/** The type of a text that TOML can read without quotes; `undefined` for one that needs quotes. */
export const bareKind = (text: string): BareKind | undefined => {
  if (!/^[-+\w.: ]+$/.test(text)) return undefined
  try {
    const [pair] = parseTOML(`x = ${text}`, { tomlVersion: '1.0' }).body[0].body
    if (pair?.type !== 'TOMLKeyValue' || pair.value.type !== 'TOMLValue') return undefined
    // Spaces around a value are no part of it, and `1_000` is read as `1000`.
    if (tomlText(pair.value) !== text) return undefined
    if (pair.value.kind === 'boolean') return 'boolean'
    return 'number' in pair.value ? 'number' : 'date'
  } catch {
    return undefined
  }
}

/** Prints a key; several names make a dotted one. */
export const printTomlKey = (names: readonly string[]): string =>
  names.map((name) => (/^[\w-]+$/.test(name) ? name : printTomlString(name, ['double'], '\n'))).join('.')

/** Prints a value as it follows its key; nested entries make an inline table. */
export const printTomlValue = (value: FrontMatterValue | Entry[], eol: string): string => {
  if (typeof value === 'string')
    return printTomlString(value, [value.includes('\n') ? 'multiline' : 'double'], eol)
  if ('typed' in value)
    return bareKind(value.typed) ? value.typed : printTomlString(value.typed, ['double'], eol)
  if (!isEntries(value)) return `[${value.map((item) => printTomlString(item, ['double'], eol)).join(', ')}]`
  const pairs = value.map(([name, item]) => `${printTomlKey([name])} = ${printTomlInline(item, eol)}`)
  return `{ ${pairs.join(', ')} }`
}

// An inline table must be on one line, whatever its texts contain.
const printTomlInline = (value: FrontMatterValue | Entry[], eol: string): string =>
  typeof value === 'string' ? printTomlString(value, ['double'], eol) : printTomlValue(value, eol)

const isEntries = (value: string[] | Entry[]): value is Entry[] =>
  value.some((item) => typeof item !== 'string')

/**
 * Prints entries as lines: keys first, since a table includes everything after its header, then a table for each group
 * of keys.
 */
export const printTomlEntries = (entries: readonly Entry[], parent: readonly string[] = []): string[] => {
  const isTable = ([, value]: Entry): boolean => Array.isArray(value) && isEntries(value)
  const keys = entries.filter((entry) => !isTable(entry))
  const lines = keys.map(([name, value]) => `${printTomlKey([name])} = ${printTomlValue(value, '\n')}`)
  const tables = entries.flatMap(([name, value]) => {
    if (!Array.isArray(value) || !isEntries(value)) return []
    const path = [...parent, name]
    return ['', `[${printTomlKey(path)}]`, ...printTomlEntries(value, path)]
  })
  return [...lines, ...tables]
}
