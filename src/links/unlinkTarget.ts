import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import { type LinkFields, rewriteLinks } from './rewriteLinks.ts'

/**
 * Before a document goes for good: turns the links to it into unresolved links at the same place, so that the
 * promise of the link is kept, and both databases end the same. Returns how many documents linked to it.
 */
export const unlinkTarget = async (
  req: PayloadRequest,
  fields: LinkFields,
  target: { id: DocumentId; url: string; values: Record<string, string> },
): Promise<number> => {
  const rows = rowsOf(req.payload)
  const { collection, field } = fields
  const linking = await rows.find({ collection, req, where: { [field]: { equals: target.id } } })
  const drafts = await rows.findVersions({
    collection,
    req,
    where: { and: [{ [`version.${field}`]: { equals: target.id } }, { latest: { equals: true } }] },
  })
  const ids = new Set([...linking.map(({ id }) => id), ...drafts.map(({ parent }) => parent)])
  ids.delete(target.id)
  for (const id of ids) {
    await rewriteLinks(req, fields, id, (entries) =>
      entries.map((entry) =>
        'id' in entry && entry.id === target.id ? { url: target.url, values: target.values } : entry,
      ),
    )
  }
  return ids.size
}
