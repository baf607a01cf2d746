import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'

import { urlHolder } from './urlHolder.ts'
import { valuesFromFile } from '../documents/requestState.ts'
import { type DocumentId, idOf, type StoredDocument } from '../documents/documents.ts'
import { importBatchOf } from '../documents/importBatch.ts'
import { rowsOf } from '../documents/rows.ts'
import { translate } from '../translations/translate.ts'
import { isRestoring } from '../drafts/rememberRestoring.ts'
import { slugOf } from './slugOf.ts'
import { longestSlug } from './validSlug.ts'

export type SlugAndUrlOptions = {
  /** Field that the slug is made from while nobody has typed one and the document was never published. */
  slugFrom: string
  /** Relationship field whose document's `slug` is part of the url. */
  relation: { field: string; collection: string }
  /** The url of a document by its own slug and that of its relation. */
  urlOf: (slugs: { slug: string; relation: string }) => string
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const slugFor = (value: unknown): string | undefined => {
  const text = textOf(value)
  return text && slugOf(text)
}

const isPublished = async (req: PayloadRequest, collection: string, id: DocumentId): Promise<boolean> => {
  const row = await rowsOf(req.payload).findById(collection, id, req)
  return row?._status === 'published'
}

const isText = (value: unknown): value is string | undefined => typeof value === 'string'

const slugById = (req: PayloadRequest, collection: string, id: DocumentId): Promise<string | undefined> => {
  const ask = async (): Promise<string | undefined> => {
    const [row] = await rowsOf(req.payload).find({
      collection,
      limit: 1,
      req,
      select: { slug: true },
      where: { id: { equals: id } },
    })
    return textOf(row?.slug)
  }
  return importBatchOf(req)?.once(`slug of ${collection} ${id}`, ask, isText) ?? ask()
}

/**
 * Keeps `slug` and `url` true: a slug is made from the question until somebody types one or the document is
 * published; the url always follows from slug and relation, and is absent until it can. A made slug gives way to a
 * url that is taken by getting a number; a typed one is refused with a sentence that says who holds the url.
 */
export const deriveSlugAndUrl =
  ({ slugFrom, relation, urlOf }: SlugAndUrlOptions): CollectionBeforeValidateHook<StoredDocument> =>
  async ({ collection, data, operation, originalDoc, req }) => {
    if (!data) return data
    const followed = slugFor(originalDoc?.[slugFrom])
    const isFollowing =
      operation === 'update' &&
      !req.context[valuesFromFile] &&
      !isRestoring(req) &&
      originalDoc !== undefined &&
      data[slugFrom] !== originalDoc[slugFrom] &&
      data.slug === originalDoc.slug &&
      followed !== undefined &&
      new RegExp(`^${followed}(-\\d+)?$`).test(textOf(data.slug) ?? '') &&
      !(await isPublished(req, collection.slug, originalDoc.id))
    const isMade = !textOf(data.slug) || isFollowing
    const slug = isMade ? slugFor(data[slugFrom]) : textOf(data.slug)
    data.slug = slug
    const relationId = idOf(data[relation.field])
    const relatedSlug =
      relationId === undefined ? undefined : await slugById(req, relation.collection, relationId)
    delete data.url
    if (!slug || !relatedSlug) return data
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? slug : `${slug.slice(0, longestSlug - `-${number}`.length)}-${number}`
      const url = urlOf({ slug: candidate, relation: relatedSlug })
      if (importBatchOf(req)?.take(url)) return { ...data, slug: candidate, url }
      const holder = await urlHolder({ req, collection: collection.slug, url, except: originalDoc?.id })
      if (!holder) return { ...data, slug: candidate, url }
      if (!isMade) {
        const key = holder.inTrash ? 'answerbook:messages:urlTakenInTrash' : 'answerbook:messages:urlTaken'
        throw new ValidationError({
          collection: collection.slug,
          errors: [{ path: 'slug', message: translate(req, key, { url }) }],
          req,
        })
      }
    }
  }
