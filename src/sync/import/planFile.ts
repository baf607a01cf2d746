import { differences } from '../../mapping/records.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'

/** The three sides of a comparison, and what an export wrote last; each absent if there is none. */
export type Sides = {
  file: MappedRecord
  document: MappedRecord | undefined
  base: MappedRecord | undefined
  exported: MappedRecord | undefined
  /** Fields that the file of another locale sets, which are ignored. Default: none. */
  foreign?: readonly string[]
}

/** What an import does with a file whose text it has not seen before. */
export type Plan =
  | { action: 'create' }
  /** The document takes the file's values. */
  | { action: 'update'; fields: string[] }
  /** The document has what the file says, or has changed where the file has not: only the base moves. */
  | { action: 'adopt' }
  /** Both sides changed: the document stays, and so does the base. */
  | { action: 'conflict'; fields: string[] }

const changedFields = (
  mapping: Mapping,
  side: MappedRecord,
  { base, exported, foreign = [] }: Pick<Sides, 'base' | 'exported' | 'foreign'>,
): string[] => {
  const known = [base, exported].filter((record) => record !== undefined)
  if (known.length === 0) return []
  return known
    .map((record) => differences(mapping, record, side))
    .reduce((fields, others) => fields.filter((field) => others.includes(field)))
    .filter((field) => !foreign.includes(field))
}

/**
 * Decides by comparing file, document and what both were before. A side has changed a field when its value is
 * neither the base's nor the last export's. Without a base, any difference between file and document is a conflict:
 * nothing tells which of them is newer.
 */
export const planFile = (mapping: Mapping, sides: Sides): Plan => {
  const { base, document, exported, file, foreign = [] } = sides
  if (!document) return { action: 'create' }
  const different = differences(mapping, file, document).filter((field) => !foreign.includes(field))
  if (different.length === 0) return { action: 'adopt' }
  if (!base && !exported) return { action: 'conflict', fields: different }
  const inFile = changedFields(mapping, file, sides)
  const inDocument = changedFields(mapping, document, sides)
  if (inFile.length === 0) return { action: 'adopt' }
  if (inDocument.length === 0) return { action: 'update', fields: inFile }
  return { action: 'conflict', fields: different }
}
