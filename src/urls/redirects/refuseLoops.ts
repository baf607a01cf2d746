import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { registeredMapping, slugsOf } from '../../documents/registeredOptions.ts'
import { localeOfUrl, urlPattern } from '../../mapping/urlPattern.ts'
import { documentsOf, isDocumentId, type StoredDocument } from '../../documents/documents.ts'
import { inLocale, localeFor } from '../../documents/inLocale.ts'
import { rowsOf } from '../../documents/rows.ts'
import { InvalidDocumentError } from '../../documents/RefusalError.ts'
import { translate } from '../../translations/translate.ts'
import { lookupPath, ownPath } from './redirectPaths.ts'

// A longer chain ends eventually, or is detected when one of its redirects is saved.
const maxSteps = 20

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const urlOf = async (
  req: PayloadRequest,
  { document: id, from, relationTo: collection }: Record<string, unknown>,
): Promise<string | undefined> => {
  if (!isText(id)) return undefined
  if (!isText(collection) || !(collection in req.payload.collections)) return undefined
  const mapping = registeredMapping(req.payload, collection)
  const found = await rowsOf(req.payload).findById(collection, id, req)
  const locale = mapping && localeFor(req.payload, mapping, localeOfUrl(mapping, String(from)))
  const read = found && inLocale(req.payload, collection, found, locale)
  const url = read?.[(mapping && urlPattern(mapping)?.field) ?? 'url']
  return isText(url) ? url : undefined
}

const targetOf = async (
  req: PayloadRequest,
  redirect: Record<string, unknown>,
): Promise<string | undefined> => {
  const { document, to } = redirect
  if (isText(document)) return urlOf(req, redirect)
  const path = isText(to) ? ownPath(to, req.payload.config.serverURL) : undefined
  return path === undefined ? undefined : lookupPath(path)
}

/** The paths that a redirect leads through, one redirect after the other. */
const chain = async (req: PayloadRequest, redirect: Record<string, unknown>): Promise<string[]> => {
  const steps: string[] = []
  let next = await targetOf(req, redirect)
  while (next !== undefined && next !== redirect.from && !steps.includes(next) && steps.length < maxSteps) {
    steps.push(next)
    const [found] = await documentsOf(req.payload).find({
      collection: slugsOf(req.payload).redirects,
      limit: 1,
      req,
      where: { from: { equals: next } },
    })
    next = found && found.id !== redirect.id ? await targetOf(req, found) : undefined
  }
  return next === redirect.from && isText(next) ? [...steps, next] : []
}

/** Refuses a redirect that leads back to its own path, directly or through others, and names the paths in between. */
export const refuseLoops: CollectionBeforeChangeHook<StoredDocument> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const redirect: Record<string, unknown> = { ...originalDoc, ...data }
  // A redirect that follows a document has replaced any conflicting ones when it was created.
  if (isText(redirect.document)) return data
  const way = await chain(req, redirect)
  if (way.length === 0) return data
  const path = [redirect.from, ...way].join(' → ')
  const message = translate(req, 'answerbook:messages:redirectLoop', { path })
  throw new InvalidDocumentError({
    collection: collection.slug,
    errors: [{ path: 'to', message }],
    ...(isDocumentId(redirect.id) ? { id: redirect.id } : {}),
    req,
  })
}
