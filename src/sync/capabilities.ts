import type { Payload } from 'payload'

import { bindings } from '../mapping/bindings.ts'
import type { Mapping } from '../mapping/types.ts'
import { collectionOf, type StoredDocument } from '../documents/documents.ts'

/** What a collection can do that decides how its documents are written and exported. */
export type Capabilities = { hasDrafts: boolean; hasTrash: boolean; statusInFile: boolean }

/** The traits of a mapping's collection. */
export const capabilitiesOf = (payload: Payload, mapping: Mapping): Capabilities => {
  const { config } = payload.collections[collectionOf(payload, mapping.collection)]
  return {
    hasDrafts: Boolean(config.versions && config.versions.drafts),
    hasTrash: config.trash,
    statusInFile: bindings(mapping).byField.has('_status'),
  }
}

export const isInTrash = (row: Record<string, unknown>): boolean => Boolean(row.deletedAt)

/** Whether a row has a file: what is published, or everything where the file itself says what is a draft. */
export const hasFile = ({ hasDrafts, statusInFile }: Capabilities, row: StoredDocument): boolean =>
  !isInTrash(row) && (!hasDrafts || statusInFile || row._status === 'published')
