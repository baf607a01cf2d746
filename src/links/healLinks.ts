import type { PayloadRequest } from 'payload'

import { type LinkFields, rewriteLinks } from './rewriteLinks.ts'
import { documentsWithUnresolved } from './documentsWithUnresolved.ts'

/** Turns unresolved links to a url into links to the document that has it now. */
export const healLinks = async (
  req: PayloadRequest,
  fields: LinkFields,
  target: { id: string | number; url: string },
): Promise<void> => {
  const waiting = await documentsWithUnresolved(req, fields, target.url)
  for (const id of waiting) {
    await rewriteLinks(req, fields, id, (entries) =>
      entries.map((entry) => ('url' in entry && entry.url === target.url ? { id: target.id } : entry)),
    )
  }
}
