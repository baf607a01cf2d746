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

// A choice is of a type of its own, which has no patterns.
const holds = (column: Column, sought: string): SQL =>
  isAscii(sought)
    ? sql`${column}::text ilike ${likePattern(sought)}`
    : sql`${column}::text ~ ${regularExpression(sought)}`

const search: Search = (column, value) => {
  const sought = soughtIn(value)
  return sought === undefined ? sql`${column}::text ilike ${String(value)}` : holds(column, sought)
}

// Payload gives the text as it came, without wild cards, and expects none of its words in what is found.
const searchNot: Search = (column, value) => {
  const without = String(value)
    .split(' ')
    .map((word) => sql`not ${holds(column, word)}`)
  return or(isNull(column), and(...without)) ?? sql`true`
}

/**
 * Searches of texts in Postgres as MongoDB answers them: what is looked for stands for itself, `%` and `_` too, and capital
 * and small letters are the same in every script. ILIKE knows only those that the locale of the database has, which may be
 * none but ASCII; a regular expression takes all spellings of a letter.
 */
export const searchAsTyped = ({ operators }: PostgresAdapter): Pick<PostgresAdapter, 'operators'> => ({
  operators: { ...operators, contains: search, like: search, not_like: searchNot },
})
