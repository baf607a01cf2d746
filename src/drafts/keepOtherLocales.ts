import type { PayloadRequest, Where } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { localeOfRequest, withLocaleOf } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'

type Values = Record<string, unknown>

/**
 * Restores the values of other locales after a save in one locale. Payload takes them from the latest version: saving the
 * published state would publish drafts in other locales, and saving the newer draft again would lose them. `before` is
 * the row or the draft before the save, with the values of all locales; `state` is the one that was saved. Does nothing
 * without localization.
 */
export const keepOtherLocales = async (
  req: PayloadRequest,
  collection: string,
  { before, id, state }: { before: Values; id: DocumentId; state: 'published' | 'draft' },
): Promise<void> => {
  const locale = localeOfRequest(req)
  if (locale === undefined) return
  const { payload } = req
  const rows = rowsOf(payload)
  const merged = (saved: Values): Values => withLocaleOf(payload, collection, { before, locale, saved })
  const row = state === 'published' ? await rows.findById(collection, id, req) : undefined
  if (row) await rows.update({ collection, data: { ...merged(row), updatedAt: row.updatedAt }, id, req })
  const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
  for (const { id: version, ...data } of await rows.findVersions({ collection, req, where })) {
    const versionData = { ...data, version: merged(data.version) }
    await rows.updateVersion({ collection, id: version, req, versionData })
  }
}
