import { copiedValues, digestOfText } from './copyValues.ts'
import type { Row } from './tables.ts'

/** The field of a column: `version_created_at` is `createdAt`. */
const fieldOf = (column: string): string =>
  column === '_id'
    ? column
    : column
        .replace(/^version_/, '')
        .replaceAll(/(?<=.)_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const copyOf = (column: string, value: unknown, copy: number): unknown => {
  if (column === 'version' && isRow(value)) return copyRow(value, copy)
  const change = copiedValues[fieldOf(column)]
  return change ? change(value, copy) : value
}

/** The nth copy of a row of any table. A numeric key of the row is omitted, so that the database assigns one. */
export const copyRow = (row: Row, copy: number): Row => {
  const copied = Object.fromEntries(
    Object.entries(row)
      .filter(([column, value]) => !(column === 'id' && typeof value === 'number'))
      .map(([column, value]) => [column, copyOf(column, value, copy)]),
  )
  return typeof copied.digest === 'string' && typeof copied.text === 'string'
    ? { ...copied, digest: digestOfText(copied.text) }
    : copied
}
