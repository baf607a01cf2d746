import { getTranslation } from '@payloadcms/translations'
import type { Endpoint, PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { fieldsByPath } from '../../documents/fieldsByPath.ts'
import { maySeeFiles, registeredMapping } from '../../documents/registeredOptions.ts'
import { collectionOf, type DocumentId } from '../../documents/documents.ts'
import { importedFile } from '../import/importedFile.ts'
import { restoreImport } from '../import/restoreImport.ts'
import { translate } from '../../translations/translate.ts'
import { refusal } from '../../documents/refusal.ts'

/** The labels of fields, in order; a field without a label is named by its path. */
const labelsOf = (req: PayloadRequest, collection: string, paths: readonly string[]): string[] => {
  const fields = fieldsByPath(req.payload.collections[collectionOf(req.payload, collection)].config.fields)
  return paths.map((path) => {
    const field = fields.get(path)?.field
    return field && 'label' in field && field.label ? getTranslation(field.label, req.i18n) : path
  })
}

/** The labels of the fields that restoring the imported file would change; undefined if there is no such file. */
export const changesSinceImport = async (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
): Promise<string[] | undefined> => {
  const mapping = maySeeFiles(req) ? registeredMapping(req.payload, collection) : undefined
  const imported = mapping && (await importedFile(req, mapping, id))
  return imported && 'changes' in imported ? labelsOf(req, collection, imported.changes) : undefined
}

/**
 * `POST /api/<collection>/:id/restore-import`: restores a document's file as last imported, as a draft. For staff who may
 * save drafts of it; returns `{ message, changes }` with the labels of the restored fields. 401 and 403 for others, 404
 * with the reason if there is no imported file, and 423 while somebody else is editing the document.
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
    const restored = await restoreImport(req, mapping, id)
    if ('reason' in restored) return refusal(restored.reason, 404)
    const changes = labelsOf(req, collection, restored.changes)
    const message = translate(
      req,
      changes.length === 0 ? 'answerbook:messages:nothingToRestore' : 'answerbook:messages:restoredAsDraft',
    )
    return Response.json({ message, changes })
  },
})
