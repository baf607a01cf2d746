import type { Column, Row } from './adapters.ts'

type Query = { sql: string; params: unknown[] }

/** How a database writes the parameters of a statement. */
type Syntax = { escapeParam: (index: number, value: unknown) => string }

/** A statement that Drizzle runs as it is. */
export type Statement = { getSQL: () => Statement; toQuery: (syntax: Syntax) => Query }

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

/** Whether a part of SQL stands in place of a value. */
export const isPartOfSql = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'getSQL' in value

/** The value of a column that a row leaves out, as Drizzle chooses it; undefined if it is empty, or for Postgres to choose. */
const defaultOf = ({ default: fixed, defaultFn, onUpdateFn }: Column, isForPostgres: boolean): unknown =>
  isForPostgres
    ? (defaultFn ?? (isAbsent(fixed) ? onUpdateFn : undefined))?.()
    : (fixed ?? (defaultFn ?? onUpdateFn)?.())

/**
 * The statement that inserts rows, made from the one that Drizzle builds for a row without values: the same parts before
 * and after the values. Undefined if a value is a part of SQL itself, which only Drizzle can write.
 */
export const literalStatement = (
  example: string,
  columns: readonly (readonly [string, Column])[],
  rows: readonly Row[],
): Statement | undefined => {
  const [, before = '', empty = '', after = ''] =
    /^(.*? values )(\(.*?\))( on conflict .*)?$/s.exec(example) ?? []
  const isForPostgres = empty.includes('default')
  const left = isForPostgres ? 'default' : 'null'
  const values = rows.map((row) =>
    columns.map(([name, column]) => {
      const value = row[name] === undefined ? defaultOf(column, isForPostgres) : row[name]
      return isAbsent(value) || isPartOfSql(value) ? value : column.mapToDriverValue(value)
    }),
  )
  if (before === '' || values.some((row) => row.some(isPartOfSql))) return undefined
  const statement: Statement = {
    getSQL: () => statement,
    toQuery: ({ escapeParam }) => {
      const params: unknown[] = []
      const place = (value: unknown): string => {
        if (value === undefined) return left
        params.push(value)
        return escapeParam(params.length - 1, value)
      }
      const texts = values.map((row) => `(${row.map(place).join(', ')})`)
      return { sql: `${before}${texts.join(', ')}${after}`, params }
    },
  }
  return statement
}
