import { digestOf } from '../../files/readTextFile.ts'
import { differences } from '../../mapping/records.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { ExportedFile } from '../export/fileOf.ts'
import { recordOfText } from '../locales/fileSet.ts'
import type { FileRow } from '../records/fileRows.ts'

/**
 * The fields that an export changes in a file, compared with its text of this digest; for a new file, with the text that the
 * document had elsewhere. Empty if that text is not stored.
 */
export const changedIn = (
  mapping: Mapping,
  { path, text }: ExportedFile,
  rows: readonly FileRow[],
  digest: string | undefined,
): string[] => {
  const now = recordOfText(mapping, path, text)
  const row = rows.find((candidate) => candidate.path === path) ?? rows[0]
  const texts = rows.flatMap((candidate) => [candidate.text, candidate.exported])
  const known =
    digest === undefined
      ? (row?.exported ?? row?.text)
      : texts.find((candidate) => candidate !== undefined && digestOf(candidate) === digest)
  const before = recordOfText(mapping, digest === undefined ? (row?.path ?? path) : path, known)
  return now && before ? differences(mapping, before, now) : []
}
