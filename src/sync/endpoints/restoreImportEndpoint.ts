import type { Endpoint, PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { maySeeFiles, registeredMapping } from '../../documents/registeredOptions.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { labelsOf } from '../fieldLabels.ts'
import { type ChangedField, changedFields } from '../import/changedFields.ts'
import { importedFile } from '../import/importedFile.ts'
import { restoreImport } from '../import/restoreImport.ts'
import { translate } from '../../translations/translate.ts'
import { refusal } from '../../documents/refusal.ts'
import { restoreBody } from './restoreBody.ts'

/** What restoring the imported file of a document would change, and when the compared state was saved. */
export type ChangesSinceImport = { fields: ChangedField[]; updatedAt: string | undefined }

/** What restoring the imported file would change; undefined if there is no such file, or the user may not see files. */
export const changesSinceImport = async (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
): Promise<ChangesSinceImport | undefined> => {
  const mapping = maySeeFiles(req) ? registeredMapping(req.payload, collection) : undefined
  const imported = mapping && (await importedFile(req, mapping, id))
  return imported && 'changes' in imported
    ? { fields: changedFields(req, imported), updatedAt: imported.updatedAt }
    : undefined
}

/**
 * `POST /api/<collection>/:id/restore-import`: restores a document's file as last imported, as a draft; with a body
 * `{ fields: [...] }` only those fields. For staff who may save drafts of it; returns `{ message, changes }` with the labels
 * of the restored fields. 401 and 403 for others, 400 for a field that files do not have, 404 with the reason if there is no
 * imported file, 409 if the document was saved after `updatedAt` in the body, and 423 while somebody else is editing it.
 */
export const restoreImportEndpoint = ({ collection }: Mapping): Omit<Endpoint, 'root'> => ({
  path: '/:id/restore-import',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refusal(translate(req, 'answerbook:messages:signIn'), 401)
    if (!maySeeFiles(req)) return refusal(translate(req, 'answerbook:messages:restoreForbidden'), 403)
    const id = req.routeParams?.id
    if (typeof id !== 'string') return refusal(translate(req, 'answerbook:messages:idMissing'), 400)
    const mapping = registeredMapping(req.payload, collection)
    if (!mapping) return refusal(translate(req, 'answerbook:messages:noFiles'), 404)
    const restored = await restoreImport(req, mapping, id, await restoreBody(req, mapping))
    if ('reason' in restored) return refusal(restored.reason, 404)
    const changes = labelsOf(req, collection, restored.changes)
    const message = translate(
      req,
      changes.length === 0 ? 'answerbook:messages:nothingToRestore' : 'answerbook:messages:restoredAsDraft',
    )
    return Response.json({ message, changes })
  },
})
