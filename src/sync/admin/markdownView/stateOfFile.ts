import type { ChangedLines } from './changedLines.ts'

const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

/** Says in a sentence how a file would differ from the one that was imported; no changes where there is none. */
export const stateOfFile = (changes: ChangedLines | undefined, isSame: boolean): string => {
  if (!changes) return 'There is no such file yet: an export creates it.'
  if (isSame) return 'Equal to the file as imported, byte for byte.'
  const parts = [
    changes.changed.size > 0 && `${lines(changes.changed.size)} changed or added, marked below`,
    changes.removed > 0 && `${lines(changes.removed)} of the old text gone`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return 'Differs from the file as imported in line endings only.'
  return `Differs from the file as imported: ${parts.join('; ')}.`
}
