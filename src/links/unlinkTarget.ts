import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { linkIndexOf } from './linkIndex.ts'
import type { LinkFields } from './linkRows.ts'
import { rewriteLinks } from './rewriteLinks.ts'

/**
 * Before a document is permanently deleted, turns the links to it into unresolved links at the same positions, so that
 * no link is lost and all databases behave alike. Returns the number of documents that linked to it.
 */
export const unlinkTarget = async (
  req: PayloadRequest,
  fields: LinkFields,
  target: { id: DocumentId; url: string; values: Record<string, string> },
): Promise<number> => {
  const linking = await linkIndexOf(req.payload, fields.collection, req).linkingTo(target.id)
  const ids = linking.filter((id) => id !== String(target.id))
  await rewriteLinks(req, fields, ids, (entries) =>
    entries.map((entry) =>
      'id' in entry && String(entry.id) === String(target.id)
        ? { url: target.url, values: target.values }
        : entry,
    ),
  )
  return ids.length
}
