import type { Column, Row } from './adapters.ts'
import { isPartOfSql, type Statement } from './literalStatement.ts'

type Columns = readonly (readonly [string, Column])[]

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

// Drizzle leaves out quotes and schema of an enumeration.
const typeOf = (column: Column): string =>
  column.enum
    ? [column.enum.schema, column.enum.enumName].flatMap((name) => (name ? [quoted(name)] : [])).join('.')
    : column.getSQLType()

/**
 * The statement that gives rows of a table values of their own: `update … from (values …)`. The first column identifies
 * the rows; those that are gone stay so. `into`: the table's name in SQL. `isTyped`: the database compares values with
 * columns of the same type only. Undefined if a value is a part of SQL itself.
 */
export const updateStatement = (
  into: string,
  columns: Columns,
  rows: readonly Row[],
  isTyped: boolean,
): Statement | undefined => {
  const values = rows.map((row) =>
    columns.map(([name, column]) => {
      const value = row[name] ?? null
      return value === null || isPartOfSql(value) ? value : column.mapToDriverValue(value)
    }),
  )
  if (values.some((row) => row.some(isPartOfSql))) return undefined
  const [id, ...others] = columns.map(([, column], at) => ({
    column: quoted(column.name),
    value: `v.column${at + 1}${isTyped ? `::${typeOf(column)}` : ''}`,
  }))
  if (!id || others.length === 0) return undefined
  const set = others.map(({ column, value }) => `${column} = ${value}`).join(', ')
  const statement: Statement = {
    getSQL: () => statement,
    toQuery: ({ escapeParam }) => {
      const params = values.flat()
      let at = 0
      const texts = values.map((row) => `(${row.map((value) => escapeParam(at++, value)).join(', ')})`)
      const from = `(values ${texts.join(', ')}) as v`
      return {
        sql: `update ${into} set ${set} from ${from} where ${into}.${id.column} = ${id.value}`,
        params,
      }
    },
  }
  return statement
}
