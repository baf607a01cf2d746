import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { documentsOf } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { type RecentDocument, recentWork } from '../../editing/admin/recentWork.ts'

/** A document of the dashboard. */
export type ShownDocument = {
  page: string
  title: string
  state: 'draft' | 'changed' | 'published'
  at: string
}

/** The documents that the user changed last, from their preferences; newest first. */
export const recentOf = async ({ payload, user }: PayloadRequest): Promise<RecentDocument[]> => {
  if (!user) return []
  const [preference] = await rowsOf(payload).find({
    collection: 'payload-preferences',
    limit: 1,
    where: {
      and: [
        { key: { equals: recentWork.key } },
        { 'user.value': { equals: user.id } },
        { 'user.relationTo': { equals: user.collection } },
      ],
    },
  })
  return recentWork.read(preference?.value)
}

const stateOf = (latest: unknown, published: boolean): ShownDocument['state'] => {
  if (latest !== 'draft') return 'published'
  return published ? 'changed' : 'draft'
}

/**
 * Filters documents to those that the user may read and that are not in the trash, and adds their status; keeps the
 * order.
 */
export const showDocuments = async (
  req: PayloadRequest,
  recent: readonly RecentDocument[],
): Promise<ShownDocument[]> => {
  const { payload } = req
  const shown = new Map<string, ShownDocument>()
  for (const collection of new Set(recent.map((document) => document.collection))) {
    const config = payload.config.collections.find(({ slug }) => slug === collection)
    if (!config) continue
    const ids = recent.filter((one) => one.collection === collection).map(({ id }) => id)
    const where = { id: { in: ids } }
    const useAsTitle = config.admin.useAsTitle ?? 'id'
    const latest = await documentsOf(payload).find({
      collection,
      draft: true,
      disableErrors: true,
      overrideAccess: false,
      req,
      select: { [useAsTitle]: true, _status: true, updatedAt: true },
      where,
    })
    const rows = await rowsOf(payload).find({ collection, select: { _status: true }, where })
    const published = new Set(rows.filter((row) => row._status === 'published').map(({ id }) => id))
    for (const document of latest) {
      const id = String(document.id)
      const title = document[useAsTitle]
      const path = `/collections/${collection}/${id}` as const
      shown.set(`${collection} ${id}`, {
        page: formatAdminURL({ adminRoute: payload.config.routes.admin, path }),
        title: typeof title === 'string' && title !== '' ? title : req.t('general:untitled'),
        state: stateOf(document._status, published.has(document.id)),
        at: String(document.updatedAt),
      })
    }
  }
  return recent.flatMap(({ collection, id }) => shown.get(`${collection} ${id}`) ?? [])
}
