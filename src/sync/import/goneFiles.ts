import type { Payload } from 'payload'

import type { DocumentId } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Mapping } from '../../mapping/types.ts'
import { capabilitiesOf, isInTrash } from '../capabilities.ts'
import { byDocument } from '../locales/fileSet.ts'
import type { FileRecords } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { GoneTranslation } from './removeTranslations.ts'

const pageSize = 200

/**
 * Separates missing files whose document has no other file (`whole`, by document) from those of documents with remaining files
 * in other locales.
 */
export const partGone = async (
  fileRecords: FileRecords,
  mapping: Mapping,
  gone: readonly KnownFile[],
  isThere: (path: string) => boolean,
): Promise<{ whole: KnownFile[][]; translations: GoneTranslation[] }> => {
  if (!mapping.locales) return { whole: gone.map((file) => [file]), translations: [] }
  const whole: KnownFile[][] = []
  const translations: GoneTranslation[] = []
  const documents = [...byDocument(gone)]
  for (let at = 0; at < documents.length; at += pageSize) {
    const page = documents.slice(at, at + pageSize)
    const ids = page.flatMap(([id]) => id ?? [])
    const rows = byDocument(await fileRecords.byDocuments(mapping.collection, ids))
    for (const [id, files] of page) {
      // Files that an export has omitted, or that only an export has written, are not missing.
      const stays = rows
        .get(id)
        ?.find(({ path }) => isThere(path) || !files.some((file) => file.path === path))
      if (stays) translations.push(...files.map((file) => ({ file, stays })))
      else whole.push(files)
    }
  }
  return { whole, translations }
}

/** The ids of existing documents that are not in the trash, by the ids in rows of files. */
export const presentDocuments = async (
  payload: Payload,
  mapping: Mapping,
  ids: readonly string[],
): Promise<Map<string, DocumentId>> => {
  const traits = capabilitiesOf(payload, mapping)
  const found = await Promise.all(
    Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, at) =>
      rowsOf(payload).find({
        collection: mapping.collection,
        select: traits.hasTrash ? { deletedAt: true } : {},
        where: { id: { in: ids.slice(at * pageSize, (at + 1) * pageSize) } },
      }),
    ),
  )
  return new Map(
    found
      .flat()
      .filter((document) => !isInTrash(document))
      .map(({ id }) => [String(id), id]),
  )
}
