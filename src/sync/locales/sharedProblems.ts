import type { Problem } from '../../problems/problems.ts'
import { nodeAt } from '../../frontMatter/parse.ts'
import { differences } from '../../mapping/records.ts'
import type { MappedRecord } from '../../mapping/types.ts'
import { positionOf, valueOf } from '../import/conflictProblems.ts'
import type { SourceFile } from '../import/types.ts'
import type { FileRow } from '../records/fileRows.ts'
import { keyOf } from '../resolveRelations.ts'
import { knownRecord, localeOfRow, sourceOf } from './fileSet.ts'

type Given = {
  /** The document in the locale of the file. */
  document: MappedRecord
  /** Fields that the source file sets. */
  foreign: readonly string[]
  others: readonly FileRow[]
}

// A file may omit a shared field.
const isStated = ({ frontMatter, mapping }: SourceFile, field: string): boolean => {
  const key = keyOf(mapping, field)
  return field === mapping.links?.field || key.length === 0 || nodeAt(frontMatter, key) !== undefined
}

/**
 * Problems of a file whose shared fields differ from those of the source file: a warning for each, since the file keeps
 * its value, or an error if the file is a draft of a published document.
 */
export const sharedProblems = (source: SourceFile, { document, foreign, others }: Given): Problem[] => {
  const { mapping, path, record } = source
  if (foreign.length === 0) return []
  const row = sourceOf(mapping, others)
  const known = knownRecord(mapping, row)
  const unlikeSource = known && differences(mapping, record, known)
  return differences(mapping, record, document)
    .filter((field) => foreign.includes(field) && isStated(source, field))
    .filter((field) => !unlikeSource || unlikeSource.includes(field))
    .map((field): Problem => {
      const isUnpublished = field === '_status' && record.fields._status === 'draft'
      const where = row ? ` in ${row.path} (${localeOfRow(mapping, row)})` : ''
      const message = `"${field}" is not localized. Its value is ${valueOf(source, document, field)}${where}, and ${valueOf(source, record, field)} in this file`
      return {
        severity: isUnpublished ? 'error' : 'warning',
        path,
        ...positionOf(source, field),
        code: 'shared-value',
        message: isUnpublished
          ? `${message}. An import would publish this draft.`
          : `${message}, which is kept in the file and not imported.`,
        remedy: isUnpublished
          ? 'Import it when it is finished, or make the other file a draft too.'
          : 'Nothing, if intended; otherwise use the same value in both files, or localize the field.',
      }
    })
}
