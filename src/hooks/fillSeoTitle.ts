import type { CollectionBeforeValidateHook } from 'payload'

import { documentsOf, idOf, isRecord, type StoredDocument } from '../store/documents.ts'

type Data = StoredDocument

export type FillSeoTitleOptions = {
  relation: { field: string; collection: string }
  /** The meta title of a document by the title of its relation. */
  seoTitle: (title: string) => string
}

/** Gives a document without a meta title the default of its relation. */
export const fillSeoTitle =
  ({ relation, seoTitle }: FillSeoTitleOptions): CollectionBeforeValidateHook<Data> =>
  async ({ data, req }) => {
    const id = idOf(data?.[relation.field])
    const seo = isRecord(data?.seo) ? data.seo : {}
    if (!data || id === undefined || seo.title) return data
    const related = await documentsOf(req.payload).findByID({
      collection: relation.collection,
      id,
      req,
      select: { title: true },
    })
    return typeof related?.title === 'string' ? { ...data, seo: { ...seo, title: seoTitle(related.title) } } : data
  }
