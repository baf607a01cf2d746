import { documentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { localeOfRow, rowIn } from '../locales/fileSet.ts'
import { type FileRow, isMovable } from '../records/fileRows.ts'
import type { SourceFile } from './types.ts'

/** What the database has for a file: its row, and the document with the rows of its files in other locales. */
export type Target = {
  row: FileRow | undefined
  document: StoredDocument | undefined
  others: readonly FileRow[]
  /** The former path of a file that has moved. */
  movedFrom?: string | undefined
  /** The path of another file of the folder that the document at this file's URL belongs to. */
  heldBy?: string | undefined
}

/** What was found for a file: the row of its path, that of its former path, and a document with all of its rows. */
type Found = {
  there: FileRow | undefined
  moved: FileRow | undefined
  document: StoredDocument | undefined
  all: readonly FileRow[]
}

/**
 * Decides for the files of one batch, in turn, whether a document that was found for a file is its own: not if it belongs
 * to another file, which is in the folder too (`isThere`), or comes first in the batch.
 */
export const chooseTarget = (
  mapping: Mapping,
  { isThere }: { isThere: ((path: string) => boolean) | undefined },
): ((source: SourceFile, found: Found) => Target) => {
  const taken = new Set<DocumentId>()
  return ({ path, record }, { all, document, moved, there }) => {
    const own = rowIn(mapping, all, record.locale)
    // A path that only an export has written to has no document.
    if (document && there?.document === undefined) {
      const alone = { row: there, document: undefined, others: [] }
      const isNamed = documentValue(document, mapping.key) === record.fields[mapping.key]
      if (own && own.path !== path && isThere?.(own.path))
        return isNamed ? { ...alone, heldBy: own.path } : alone
      // A missing file comes back at its former URL only with its content.
      if (own && !isNamed && !moved && isThere && isMovable(own)) return alone
      // Two files may have former URLs of one document.
      if (!mapping.locales && taken.has(document.id)) return alone
      taken.add(document.id)
    }
    // A document that was deleted for good has only its row.
    const movedRow = !document || moved?.document === String(document.id) ? moved : undefined
    const row = there?.document === undefined ? (own ?? movedRow ?? there) : there
    const isMove = isThere !== undefined && row !== undefined && row.path !== path && isMovable(row)
    return {
      row,
      document,
      others: mapping.locales ? all.filter((other) => localeOfRow(mapping, other) !== record.locale) : [],
      movedFrom: isMove ? row.path : undefined,
    }
  }
}
