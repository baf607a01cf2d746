import type { CollectionBeforeChangeHook } from 'payload'

import { documentsOf, idOf, isPublished, isRecord, type StoredDocument } from '../documents/documents.ts'
import { valuesFromFile } from '../documents/requestState.ts'
import { rowsOf } from '../documents/rows.ts'

type Data = StoredDocument

export type FillSeoTitleOptions = {
  relation: { field: string; collection: string }
  /** The meta title of a document, generated from the title of its relation. */
  seoTitle: (title: string) => string
}

/**
 * Gives a document without a meta title the default of its relation when it is published for the first time. Later
 * saves, and documents from files, keep their value, so that no file changes unasked.
 */
export const fillSeoTitle =
  ({ relation, seoTitle }: FillSeoTitleOptions): CollectionBeforeChangeHook<Data> =>
  async ({ collection, context, data, originalDoc, req }) => {
    if (data._status !== 'published' || context[valuesFromFile]) return data
    const id = idOf(data[relation.field])
    const seo = isRecord(data.seo) ? data.seo : {}
    if (id === undefined || seo.title) return data
    const row =
      originalDoc?.id === undefined
        ? undefined
        : await rowsOf(req.payload).findById(collection.slug, originalDoc.id, req)
    if (row && isPublished(row)) return data
    const related = await documentsOf(req.payload).findByID({
      collection: relation.collection,
      id,
      req,
      select: { title: true },
    })
    return typeof related?.title === 'string'
      ? { ...data, seo: { ...seo, title: seoTitle(related.title) } }
      : data
  }
