import type { Payload } from 'payload'

import { gapsOf } from '../../../mapping/filePath.ts'
import { pathFields } from '../../../mapping/likeness.ts'
import type { Mapping } from '../../../mapping/types.ts'
import { byDocument } from '../../locales/fileSet.ts'
import { sharedFieldsOf } from '../../locales/sharedFields.ts'
import { isLeftOut } from '../../records/exportMarks.ts'
import type { FileRecords } from '../../records/fileRecords.ts'
import type { KnownFile } from '../../records/fileRows.ts'
import { chunks } from '../../../documents/pages.ts'

const pageSize = 200

const placeOf = (mapping: Mapping, path: string): string => {
  const { locale: _locale, ...gaps } = gapsOf(mapping, path) ?? {}
  return JSON.stringify(Object.entries(gaps).sort())
}

/**
 * The moves of documents whose files have all moved, and to one place. If a field in the path is not localized, all
 * languages of a document share it, so that its files can only move together. `moves` has the row of the missing file by
 * the path of the new one.
 */
export const keptTogether = async (
  payload: Payload,
  mapping: Mapping,
  moves: ReadonlyMap<string, KnownFile>,
  fileRecords: FileRecords,
): Promise<Map<string, KnownFile>> => {
  const shared = sharedFieldsOf(payload, mapping)
  const isShared = [...pathFields(mapping)].some((field) => shared.has(field))
  if (!mapping.locales || !isShared) return new Map(moves)
  const kept = new Map<string, KnownFile>()
  const paths = new Map([...moves].map(([path, { id }]) => [id, path]))
  const documents = [...byDocument([...moves.values()]).keys()].flatMap((id) => id ?? [])
  for (const page of chunks(documents, pageSize)) {
    const rows = byDocument(await fileRecords.byDocuments(mapping.collection, page))
    for (const files of rows.values()) {
      const present = files.filter(({ digest, exportedDigests }) => digest && !isLeftOut(exportedDigests))
      const places = new Set(
        present.map(({ id }) => {
          const path = paths.get(id)
          return path === undefined ? undefined : placeOf(mapping, path)
        }),
      )
      if (places.size !== 1 || places.has(undefined)) continue
      for (const row of present) {
        const path = paths.get(row.id)
        if (path !== undefined) kept.set(path, row)
      }
    }
  }
  return kept
}
