import { isFolded, stepOf } from './format.ts'
import { isPlain } from './plainText.ts'
import { printScalar } from './scalarText.ts'
import type { Printed, ScalarPlace } from './scalarText.ts'
import type { FrontMatterValue, FileFormat, TypedValue } from './types.ts'

/** A key and its value in the order of a new file; nested entries make a map. An empty array is an empty list. */
export type Entry = [key: string, value: FrontMatterValue | Entry[]]

/** A position to print at: the key path, the column of its key and the format. */
export type PrintPlace = { key: string[]; column: number; format: FileFormat }

const isTexts = (value: string[] | Entry[]): value is string[] =>
  value.every((item) => typeof item === 'string')

/** Prints a key: plain if that is safe. */
export const printKey = (key: string, inFlow = false): string =>
  isPlain(key, 'key', inFlow) ? key : printScalar(key, { styles: ['single'], indent: 0, inFlow: true }).head

const printText = (value: string | TypedValue, place: ScalarPlace): Printed =>
  typeof value === 'string'
    ? printScalar(value, place)
    : printScalar(value.typed, { ...place, isTyped: true })

/** Prints a value of any kind in block style, as it follows its key. */
export const printValue = (value: FrontMatterValue | Entry[], place: PrintPlace): Printed => {
  const { key, column, format } = place
  const inner = column + stepOf(format, key)
  if (!Array.isArray(value)) {
    const styles = isFolded(format, key)
      ? (['folded', 'literal'] as const)
      : (['plain', 'single', 'literal'] as const)
    return printText(value, { styles: [...styles], indent: inner })
  }
  if (value.length === 0) return { head: '[]', lines: [] }
  if (isTexts(value)) return { head: '', lines: value.flatMap((item) => printItem(item, inner)) }
  return { head: '', lines: printEntries(value, { key, column: inner, format }) }
}

/** Prints an item of a list as lines, its dash at `column`. */
export const printItem = (item: string, column: number): string[] => {
  const { head, lines } = printScalar(item, { styles: ['plain', 'single', 'literal'], indent: column + 2 })
  return [`${' '.repeat(column)}- ${head}`, ...lines]
}

/** Prints entries as lines, their keys at the given column; the key path is that of the parent. */
export const printEntries = (entries: Entry[], { key, column, format }: PrintPlace): string[] =>
  entries.flatMap(([name, value]) => {
    const { head, lines } = printValue(value, { key: [...key, name], column, format })
    const start = `${' '.repeat(column)}${printKey(name)}:`
    return [head === '' ? start : `${start} ${head}`, ...lines]
  })

/** Prints a value of any kind inside `{}` or `[]`. */
export const printFlow = (value: FrontMatterValue | Entry[]): string => {
  if (!Array.isArray(value))
    return printText(value, { styles: ['plain', 'single'], indent: 0, inFlow: true }).head
  if (isTexts(value)) return `[${value.map((item) => printFlow(item)).join(', ')}]`
  return `{${value.map(([key, item]) => `${printKey(key, true)}: ${printFlow(item)}`).join(', ')}}`
}
