import { checkText, checkValue } from './checkText.ts'
import { printEntries } from './printEntries.ts'
import type { Entry } from './printEntries.ts'
import type { HouseStyle } from './types.ts'

/**
 * Prints a new file: the entries between two markers, in the order given, and the house's body.
 * Throws on a text that no file can hold, such as one with a control character.
 */
export const printFrontMatter = (entries: Entry[], house: HouseStyle): string => {
  checkValue(entries)
  checkText(house.body)
  const lines = entries.length > 0 ? printEntries(entries, { key: [], column: 0, house }) : ['{}']
  return `---\n${lines.map((line) => `${line}\n`).join('')}---\n${house.body}`
}
