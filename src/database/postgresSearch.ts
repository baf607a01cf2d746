import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { and, isNull, or, type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { isAscii, likePattern, soughtIn, spellings } from './searchPatterns.ts'

type Search = PostgresAdapter['operators']['like']
type Column = Parameters<Search>[0]

const regularExpression = (sought: string): string =>
  Array.from(sought)
    .map((character) => {
      if (/[\\^$.|?*+()[\]{}]/.test(character)) return `\\${character}`
      const cases = spellings(character)
      return cases.length > 1 ? `[${cases.join('')}]` : character
    })
    .join('')

// Choices have a type of their own, which does not support patterns.
const holds = (column: Column, sought: string): SQL =>
  isAscii(sought)
    ? sql`${column}::text ilike ${likePattern(sought)}`
    : sql`${column}::text ~ ${regularExpression(sought)}`

const search: Search = (column, value) => {
  const sought = soughtIn(value)
  return sought === undefined ? sql`${column}::text ilike ${String(value)}` : holds(column, sought)
}

// Payload passes the text without wildcards, and does not split it into words.
const searchNot: Search = (column, value) => {
  const without = String(value)
    .split(' ')
    .map((word) => sql`not ${holds(column, word)}`)
  return or(isNull(column), and(...without)) ?? sql`true`
}

/**
 * Text search in Postgres with the results of MongoDB: the search text is literal, including `%` and `_`, and matches
 * regardless of case in every script. ILIKE only folds the case of the letters that the database's locale knows, which
 * may be ASCII alone; a regular expression lists all cases of a letter.
 */
export const searchAsTyped = ({ operators }: PostgresAdapter): Pick<PostgresAdapter, 'operators'> => ({
  operators: { ...operators, contains: search, like: search, not_like: searchNot },
})
