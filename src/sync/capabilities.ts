import type { Payload } from 'payload'

import { bindings } from '../mapping/bindings.ts'
import type { Mapping } from '../mapping/types.ts'
import { collectionOf, type StoredDocument } from '../documents/documents.ts'

/** The features of a collection that determine how its documents are written and exported. */
export type Capabilities = { hasDrafts: boolean; hasTrash: boolean; statusInFile: boolean }

/** The capabilities of a mapping's collection. */
export const capabilitiesOf = (payload: Payload, mapping: Mapping): Capabilities => {
  const { config } = payload.collections[collectionOf(payload, mapping.collection)]
  return {
    hasDrafts: Boolean(config.versions && config.versions.drafts),
    hasTrash: config.trash,
    statusInFile: bindings(mapping).byField.has('_status'),
  }
}

export const isInTrash = (row: Record<string, unknown>): boolean => Boolean(row.deletedAt)

/** Whether a row has a file: published documents do, and all documents if the file itself contains the status. */
export const hasFile = ({ hasDrafts, statusInFile }: Capabilities, row: StoredDocument): boolean =>
  !isInTrash(row) && (!hasDrafts || statusInFile || row._status === 'published')
