import type { PayloadRequest } from 'payload'

import { linkIndexOf } from './linkIndex.ts'
import type { LinkFields } from './linkRows.ts'
import { rewriteLinks } from './rewriteLinks.ts'

/** Turns unresolved links to a URL into links to the document that now has it. */
export const healLinks = async (
  req: PayloadRequest,
  fields: LinkFields,
  target: { id: string | number; url: string },
): Promise<void> => {
  const waiting = await linkIndexOf(req.payload, fields.collection, req).waitingFor(target.url)
  await rewriteLinks(req, fields, waiting, (entries) =>
    entries.map((entry) => ('url' in entry && entry.url === target.url ? { id: target.id } : entry)),
  )
}
