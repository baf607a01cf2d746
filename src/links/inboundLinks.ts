import type { PayloadRequest } from 'payload'

import { collectionOf, type DocumentId, documentsOf } from '../documents/documents.ts'
import { linkIndexOf } from './linkIndex.ts'

/** A document that links to another one. */
export type InboundLink = {
  id: DocumentId
  title: string
  /** Its URL; empty if it has none yet. */
  url: string
  /** `draft`: only a draft on top of a published state has the link. `unpublished`: readers do not see the document. */
  state: 'published' | 'draft' | 'unpublished'
}

/** Documents that link to another one. `isCapped`: there are more, which are not listed. */
export type InboundLinks = { links: InboundLink[]; isCapped: boolean }

/** Number of links that are looked at; more than anybody reads. */
const maxLinks = 1_000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The documents that link to a document of the same collection, as far as the author of the request may read them, by title.
 * `url` is the field by which links refer to documents. The index of links answers it at any size.
 */
export const inboundLinks = async (
  req: PayloadRequest,
  { collection, id, url }: { collection: string; id: DocumentId; url: string },
): Promise<InboundLinks> => {
  const { payload } = req
  const rows = await linkIndexOf(payload, collection).linksTo(id, maxLinks + 1)
  const from = rows.slice(0, maxLinks).filter((row) => row.from !== String(id))
  const published = new Set(from.flatMap((row) => (row.draft ? [] : [row.from])))
  const title = payload.collections[collectionOf(payload, collection)].config.admin.useAsTitle ?? 'id'
  const found =
    from.length === 0
      ? []
      : await documentsOf(payload).find({
          collection,
          overrideAccess: false,
          req,
          select: { [title]: true, [url]: true, _status: true },
          where: { id: { in: [...new Set(from.map((row) => row.from))] } },
        })
  const links = found.map((document): InboundLink => {
    const isRead = (document._status ?? 'published') === 'published'
    const state = isRead && !published.has(String(document.id)) ? 'draft' : 'published'
    return {
      id: document.id,
      title: textOf(document[title]),
      url: textOf(document[url]),
      state: isRead ? state : 'unpublished',
    }
  })
  const { compare } = new Intl.Collator(req.i18n.language)
  return { links: links.toSorted((a, b) => compare(a.title, b.title)), isCapped: rows.length > maxLinks }
}
