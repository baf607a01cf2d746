import type { PayloadRequest } from 'payload'

import { documentsOf } from '../documents/documents.ts'

export type UrlHolder = { id: string | number; inTrash: boolean }

type Question = {
  req: PayloadRequest
  collection: string
  /** The field that holds the URL. */
  field: string
  url: string
  except?: string | number | undefined
}

/**
 * The document that has a URL, other than the given one: a published or unpublished one, one in the trash, or one whose
 * latest draft would take it. Undefined if the URL is free.
 */
export const urlHolder = async ({
  req,
  collection,
  field,
  url,
  except,
}: Question): Promise<UrlHolder | undefined> => {
  const documents = documentsOf(req.payload)
  const others = except === undefined ? [] : [except]
  const common = { collection, limit: 1, req, trash: true }
  const stored = await documents.find({
    ...common,
    select: { deletedAt: true },
    where: { [field]: { equals: url }, ...(others.length > 0 ? { id: { not_in: others } } : {}) },
  })
  const holder = stored[0]
  if (holder) return { id: holder.id, inTrash: Boolean(holder.deletedAt) }
  const drafts = await documents.findVersions({
    ...common,
    where: {
      [`version.${field}`]: { equals: url },
      latest: { equals: true },
      ...(others.length > 0 ? { parent: { not_in: others } } : {}),
    },
  })
  const draft = drafts[0]
  return draft && { id: draft.parent, inTrash: Boolean(draft.version.deletedAt) }
}
