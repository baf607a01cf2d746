import type { Endpoint, PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { fieldsByPath } from '../../documents/fieldsByPath.ts'
import { maySeeFiles, registeredMapping } from '../../documents/registeredOptions.ts'
import { collectionOf, type DocumentId } from '../../documents/documents.ts'
import { importedFile } from '../import/importedFile.ts'
import { restoreImport } from '../import/restoreImport.ts'
import { refusal } from '../../documents/refusal.ts'

/** The labels of fields, in their order; a field without a label of one language is named by its path. */
const labelsOf = (req: PayloadRequest, collection: string, paths: readonly string[]): string[] => {
  const fields = fieldsByPath(req.payload.collections[collectionOf(req.payload, collection)].config.fields)
  return paths.map((path) => {
    const field = fields.get(path)?.field
    return field && 'label' in field && typeof field.label === 'string' ? field.label : path
  })
}

/** The labels of the fields that restoring the imported file would change; undefined where there is no such file. */
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
 * `POST /api/<collection>/:id/restore-import`: takes a document back to its file as last imported, as a draft. For
 * staff who may save drafts of it; answers `{ message, changes }` with the labels of the fields that went back. 401,
 * 403 for others, 404 with the reason where there is no imported file, 423 while somebody else edits the document.
 */
export const restoreImportEndpoint = ({ collection }: Mapping): Omit<Endpoint, 'root'> => ({
  path: '/:id/restore-import',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refusal('Sign in to restore a document.', 401)
    if (!maySeeFiles(req)) return refusal('You may not restore documents from their files.', 403)
    const id = req.routeParams?.id
    if (typeof id !== 'string') return refusal('The address needs the id of a document.', 400)
    const mapping = registeredMapping(req.payload, collection)
    if (!mapping) return refusal('The documents of this collection have no files.', 404)
    const restored = await restoreImport(req, mapping, id)
    if ('reason' in restored) return refusal(restored.reason, 404)
    const changes = labelsOf(req, collection, restored.changes)
    const message =
      changes.length === 0
        ? 'Nothing to restore: it holds what the file said.'
        : 'Restored as a draft: look it over, and publish it.'
    return Response.json({ message, changes })
  },
})
