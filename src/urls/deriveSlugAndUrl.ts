import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { type DocumentId, idOf, isPublished, type StoredDocument } from '../documents/documents.ts'
import { importBatchOf } from '../documents/importBatch.ts'
import { valuesFromFile } from '../documents/requestState.ts'
import { InvalidDocumentError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'
import { translate } from '../translations/translate.ts'
import { isRestoring } from '../drafts/rememberRestoring.ts'
import type { Mapping } from '../mapping/types.ts'
import { urlPattern } from '../mapping/urlPattern.ts'
import { slugOf } from './slugOf.ts'
import { renderUrl } from './renderUrl.ts'
import { urlHolder } from './urlHolder.ts'
import { maxSlugLength } from './validSlug.ts'

export type SlugAndUrlOptions = {
  /** Field that the slug is generated from until somebody enters one or the document is published. */
  slugFrom: string
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const slugFor = (value: unknown): string | undefined => {
  const text = textOf(value)
  return text && slugOf(text)
}

const wasPublished = async (req: PayloadRequest, collection: string, id: DocumentId): Promise<boolean> => {
  const row = await rowsOf(req.payload).findById(collection, id, req)
  return row !== undefined && isPublished(row)
}

// A URL that cannot be built is absent: two nulls collide in a unique index of MongoDB.
const without = (data: Partial<StoredDocument>, field: string | undefined): Partial<StoredDocument> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== field))

const numbered = (slug: string, number: number): string =>
  number === 1 ? slug : `${slug.slice(0, maxSlugLength - `-${number}`.length)}-${number}`

/** Whether a document already has a URL where nobody else can take it. */
const hasPublished = (document: StoredDocument | undefined, field: string, url: string): boolean =>
  document !== undefined && isPublished(document) && document[field] === url

type Args = Parameters<CollectionBeforeValidateHook<StoredDocument>>[0]

/** Whether the slug was generated from a text that this save changes, so that it follows the text. */
const isFollowing = async (
  { collection, data, operation, originalDoc, req }: Args,
  slugFrom: string,
): Promise<boolean> => {
  const followed = slugFor(originalDoc?.[slugFrom])
  return (
    operation === 'update' &&
    !req.context[valuesFromFile] &&
    !isRestoring(req) &&
    originalDoc !== undefined &&
    data?.[slugFrom] !== originalDoc[slugFrom] &&
    data?.slug === originalDoc.slug &&
    followed !== undefined &&
    new RegExp(`^${followed}(-\\d+)?$`).test(textOf(data?.slug) ?? '') &&
    !(await wasPublished(req, collection.slug, originalDoc.id))
  )
}

/**
 * Keeps the slug and the URL of a mapping's documents in sync. A slug is generated from a text until somebody enters
 * one or the document is published. The URL is built from the mapping's pattern, and is absent until that is possible.
 * If the URL is taken, a generated slug gets a number, and one that was entered is refused with a message that names
 * the other document.
 */
export const deriveSlugAndUrl = (
  mapping: Mapping,
  { slugFrom }: SlugAndUrlOptions,
): CollectionBeforeValidateHook<StoredDocument> => {
  const pattern = urlPattern(mapping)
  return async (args) => {
    const { collection, data, originalDoc, req } = args
    if (!data) return data
    const isMade = !textOf(data.slug) || (await isFollowing(args, slugFrom))
    const slug = isMade ? slugFor(data[slugFrom]) : textOf(data.slug)
    const bare = { ...without(data, pattern?.field), slug }
    if (!slug) return bare
    for (let number = 1; ; number += 1) {
      const candidate = numbered(slug, number)
      const named: Partial<StoredDocument> = { ...bare, slug: candidate }
      const url = pattern ? await renderUrl(req, mapping, pattern, named) : candidate
      if (url === undefined) return named
      const field = pattern?.field ?? 'slug'
      const placed = { ...named, [field]: url }
      if (importBatchOf(req)?.take(url) || hasPublished(originalDoc, field, url)) return placed
      const holder = await urlHolder({
        req,
        collection: collection.slug,
        field,
        url,
        except: idOf(originalDoc),
      })
      if (!holder) return placed
      if (!isMade) {
        const key = holder.inTrash ? 'answerbook:messages:urlTakenInTrash' : 'answerbook:messages:urlTaken'
        throw new InvalidDocumentError({
          collection: collection.slug,
          errors: [{ path: 'slug', message: translate(req, key, { url }) }],
          req,
        })
      }
    }
  }
}
