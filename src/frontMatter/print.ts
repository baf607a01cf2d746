import { checkText, checkValue } from './checkText.ts'
import { printEntries } from './printEntries.ts'
import type { Entry } from './printEntries.ts'
import { joinLines } from './lines.ts'
import { printTomlEntries } from './toml/print.ts'
import type { FileFormat } from './types.ts'

/**
 * Prints a new file: the entries between two markers, in the given order, and the body of the format. Throws on a text
 * that no file can contain, such as one with a control character.
 */
export const printFrontMatter = (entries: Entry[], format: FileFormat): string => {
  checkValue(entries)
  checkText(format.body)
  const isToml = format.syntax === 'toml'
  const yaml = (): string[] =>
    entries.length > 0 ? printEntries(entries, { key: [], column: 0, format }) : ['{}']
  const lines = isToml ? printTomlEntries(entries) : yaml()
  const marker = isToml ? '+++' : '---'
  return `${marker}\n${joinLines(lines, '\n')}${marker}\n${format.body}`
}
