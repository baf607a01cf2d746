import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, isNull, like, or, type SQL, sql } from '@payloadcms/db-sqlite/drizzle'

import { isAscii, likePattern, soughtIn, spellings } from './searchPatterns.ts'

type Search = SQLiteAdapter['operators']['like']
type Column = Parameters<Search>[0]

const globPattern = (sought: string): string => {
  const parts = Array.from(sought).map((character) => {
    if ('*?['.includes(character)) return `[${character}]`
    const cases = spellings(character)
    return cases.length > 1 ? `[${cases.join('')}]` : character
  })
  return `*${parts.join('')}*`
}

const holds = (column: Column, sought: string): SQL =>
  isAscii(sought)
    ? sql`${column} like ${likePattern(sought)} escape '\\'`
    : sql`${column} glob ${globPattern(sought)}`

const search: Search = (column, value) => {
  const sought = soughtIn(value)
  return sought === undefined ? like(column, String(value)) : holds(column, sought)
}

// Payload passes the text without wildcards, and does not split it into words.
const searchNot: Search = (column, value) => {
  const without = String(value)
    .split(' ')
    .map((word) => sql`not ${holds(column, word)}`)
  return or(isNull(column), and(...without)) ?? sql`true`
}

/**
 * Text search in SQLite with the results of MongoDB: the search text is literal, including `%` and `_`, and matches
 * regardless of case in every script. SQLite's LIKE only folds ASCII, and GLOB folds nothing but accepts all cases of a
 * letter; both use an index if one contains the text.
 */
export const searchAsTyped = ({ operators }: SQLiteAdapter): Pick<SQLiteAdapter, 'operators'> => ({
  operators: {
    ...operators,
    contains: search,
    like: search,
    not_like: searchNot,
  },
})
