import type { CollectionBeforeChangeHook, SanitizedCollectionConfig } from 'payload'

import { documentsOf, idOf, isPublished, isRecord, type StoredDocument } from '../documents/documents.ts'
import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { valuesFromFile } from '../documents/requestState.ts'
import { rowsOf } from '../documents/rows.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'

type Data = StoredDocument

export type FillSeoTitleOptions = {
  /** Relationship field to one document of another collection, whose title is the default. */
  relation: string
  /** The meta title of a document, generated from the title of its relation. */
  seoTitle: (title: string) => string
}

const relatedCollection = ({ fields, slug }: SanitizedCollectionConfig, relation: string): string => {
  const field = fieldsByPath(fields).get(relation)?.field
  if (field?.type !== 'relationship' || typeof field.relationTo !== 'string')
    throw new ConfigurationError(
      `The field "${relation}" of "${slug}" is not a relationship to a single collection.`,
    )
  return field.relationTo
}

/**
 * Gives a document without a meta title the default of its relation when it is published for the first time. Later
 * saves, and documents from files, keep their value, so that no file changes unasked. Throws a ConfigurationError if
 * `relation` is not a relationship to a single collection.
 */
export const fillSeoTitle =
  ({ relation, seoTitle }: FillSeoTitleOptions): CollectionBeforeChangeHook<Data> =>
  async ({ collection, context, data, originalDoc, req }) => {
    if (data._status !== 'published' || context[valuesFromFile]) return data
    const id = idOf(data[relation])
    const seo = isRecord(data.seo) ? data.seo : {}
    if (id === undefined || seo.title) return data
    const row =
      originalDoc?.id === undefined
        ? undefined
        : await rowsOf(req.payload).findById(collection.slug, originalDoc.id, req)
    if (row && isPublished(row)) return data
    const related = await documentsOf(req.payload).findByID({
      collection: relatedCollection(collection, relation),
      id,
      req,
      select: { title: true },
    })
    return typeof related?.title === 'string'
      ? { ...data, seo: { ...seo, title: seoTitle(related.title) } }
      : data
  }
