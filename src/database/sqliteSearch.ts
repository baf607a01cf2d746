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

// Payload gives the text as it came, without wild cards, and expects none of its words in what is found.
const searchNot: Search = (column, value) => {
  const without = String(value)
    .split(' ')
    .map((word) => sql`not ${holds(column, word)}`)
  return or(isNull(column), and(...without)) ?? sql`true`
}

/**
 * Searches of texts in SQLite as MongoDB answers them: what is looked for stands for itself, `%` and `_` too, and capital
 * and small letters are the same in every script. SQLite's LIKE knows them in ASCII only, and GLOB knows none but takes
 * all spellings of a letter; both go through an index where one holds the text.
 */
export const searchAsTyped = ({ operators }: SQLiteAdapter): Pick<SQLiteAdapter, 'operators'> => ({
  operators: {
    ...operators,
    contains: search,
    like: search,
    not_like: searchNot,
  },
})
