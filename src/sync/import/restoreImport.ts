import type { PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { restoringImport, valuesFromFile } from '../../documents/requestState.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { localeOfRequest, setRequestLocale } from '../../documents/inLocale.ts'
import { RefusalError } from '../../documents/RefusalError.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { dataOfFile, MissingRelationError } from './dataOfFile.ts'
import { importedFile } from './importedFile.ts'

/** The fields that were reset to the file; empty if nothing had changed, in which case nothing is saved. */
export type RestoredImport = { changes: string[] } | { reason: string }

/**
 * Restores a document's file as last imported: a new version with the file's values, as a draft if the collection has
 * drafts, so that publishing is a separate decision. Fields that the mapping does not cover are kept. Access is checked
 * as the user of the request; Payload's errors are thrown if access, a lock or a validation refuses.
 */
export const restoreImport = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId,
): Promise<RestoredImport> => {
  const imported = await importedFile(req, mapping, id)
  if ('reason' in imported || imported.changes.length === 0) return imported
  const { collection } = mapping
  const draft = capabilitiesOf(req.payload, mapping).hasDrafts
  const context = { [restoringImport]: true, [valuesFromFile]: true }
  await inTransaction(req.payload, context, async (own) => {
    own.user = req.user
    const { foreign, source } = imported
    setRequestLocale(own, source.record.locale ?? localeOfRequest(req))
    const { data } = await dataOfFile(own, source, { foreign }).catch((error: unknown) => {
      throw error instanceof MissingRelationError ? new RefusalError(error.message, 409) : error
    })
    await documentsOf(own.payload).update({
      collection,
      id,
      data: draft ? { ...data, _status: 'draft' } : data,
      draft,
      overrideAccess: false,
      overrideLock: false,
      req: own,
    })
  })
  return { changes: imported.changes }
}
