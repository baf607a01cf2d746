import { type CollectionAfterChangeHook, isolateObjectProperty, type PayloadRequest } from 'payload'

import { hasDrafts, isPublished, type StoredDocument } from '../documents/documents.ts'
import { inLocale, localeOfRequest, setRequestLocale } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'
import { saveDocument } from '../drafts/saveDocument.ts'
import type { Mapping } from '../mapping/types.ts'
import { type UrlPattern, urlPattern } from '../mapping/urlPattern.ts'
import { renderUrl } from './renderUrl.ts'

const ownSave = 'answerbook:urls-of-locales'

const requestIn = (req: PayloadRequest, locale: string): PayloadRequest => {
  const own = isolateObjectProperty(req, ['context', 'fallbackLocale', 'locale'])
  own.context = { ...req.context, [ownSave]: true }
  setRequestLocale(own, locale)
  return own
}

/** Saves a published document again in one locale if its URL there is outdated. */
const keepUrl = async (
  req: PayloadRequest,
  mapping: Mapping,
  pattern: UrlPattern,
  { id, locale }: { id: StoredDocument['id']; locale: string },
): Promise<void> => {
  const { collection } = mapping
  const { payload } = req
  const row = await rowsOf(payload).findById(collection, id, req)
  if (!row || !isPublished(row)) return
  const read = inLocale(payload, collection, row, locale)
  // A locale without a URL gets one when it is first saved.
  if (typeof read[pattern.field] !== 'string') return
  const own = requestIn(req, locale)
  if ((await renderUrl(own, mapping, pattern, read)) === read[pattern.field]) return
  await saveDocument(own, collection, row, {}, { hasDrafts: hasDrafts(payload, collection) })
}

/**
 * Updates the URLs of a published document in other locales after a save in one locale has changed a shared field, such as the
 * slug. Payload saves one locale at a time. Requires `deriveSlugAndUrl`.
 */
export const keepUrlsOfLocales =
  (mapping: Mapping): CollectionAfterChangeHook<StoredDocument> =>
  async ({ doc, operation, req }) => {
    const pattern = urlPattern(mapping)
    if (operation === 'create' || !pattern || req.context[ownSave] || !isPublished(doc)) return doc
    const current = localeOfRequest(req)
    for (const locale of mapping.locales ?? [])
      if (locale !== current) await keepUrl(req, mapping, pattern, { id: doc.id, locale })
    return doc
  }
