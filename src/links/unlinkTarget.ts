import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { linkIndexOf } from './linkIndex.ts'
import type { LinkFields } from './linkRows.ts'
import { rewriteLinks } from './rewriteLinks.ts'

/**
 * Before a document goes for good: turns the links to it into unresolved links at the same place, so that the
 * promise of the link is kept, and both databases end the same. Returns how many documents linked to it.
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
