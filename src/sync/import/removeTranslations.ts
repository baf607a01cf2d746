import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import type { StoredDocument } from '../../documents/documents.ts'
import { setRequestLocale, withoutLocale } from '../../documents/inLocale.ts'
import { rowsOf } from '../../documents/rows.ts'
import { runContext } from '../../documents/runContext.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { saveDocument } from '../../drafts/saveDocument.ts'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { namingHooks } from '../hookErrors.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { Lease } from '../records/lease.ts'
import { localeOfRow } from '../locales/fileSet.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { failedDocument } from './failedFile.ts'

/** A missing file, and the row of a remaining file of its document. */
export type GoneTranslation = { file: KnownFile; stays: KnownFile }

/**
 * Removes the values of a locale from a document and its newer draft, and saves the document in another locale, which creates a
 * version and runs hooks. Payload would refuse a save in the removed locale, since required fields are empty.
 */
const removeTranslation = async (
  req: PayloadRequest,
  mapping: Mapping,
  row: StoredDocument,
  { file, stays }: GoneTranslation,
): Promise<void> => {
  const { collection } = mapping
  const { payload } = req
  const rows = rowsOf(payload)
  const locale = localeOfRow(mapping, file) ?? ''
  const { id } = row
  await rows.update({
    collection,
    id,
    req,
    data: { ...withoutLocale(payload, collection, row, locale), updatedAt: row.updatedAt },
  })
  const versions = await rows.findVersions({
    collection,
    req,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  for (const { id: version, ...data } of versions) {
    const versionData = { ...data, version: withoutLocale(payload, collection, data.version, locale) }
    await rows.updateVersion({ collection, id: version, req, versionData })
  }
  setRequestLocale(req, localeOfRow(mapping, stays))
  const left = await rows.findById(collection, id, req)
  if (left) await saveDocument(req, collection, left, {}, capabilitiesOf(payload, mapping))
  await fileRecordsOf(payload, req).remove(file.id)
}

/**
 * Removes the locales of missing files from documents that have other files, in one transaction. If one of them fails, all
 * are rolled back and removed one by one, so that only the failing document is unchanged, with the error of the hook or
 * rule. Returns how many were removed.
 */
export const removeTranslations = async (
  payload: Payload,
  mapping: Mapping,
  gone: readonly GoneTranslation[],
  lease: Lease | undefined,
): Promise<{ deleted: number; problems: Problem[] }> => {
  const { collection } = mapping
  try {
    await inTransaction(payload, runContext(payload), async (req) => {
      await lease?.assertHeld(req)
      for (const one of gone) {
        await turn()
        const row = await rowsOf(payload).findById(collection, one.file.document ?? '', req)
        if (row) await namingHooks(collection, () => removeTranslation(req, mapping, row, one))
      }
    })
    return { deleted: gone.length, problems: [] }
  } catch (error) {
    const [first, ...others] = gone
    if (first && others.length === 0) {
      const problem = failedDocument(first.file.path, error)
      if (!problem) throw error
      return { deleted: 0, problems: [problem] }
    }
    const result: { deleted: number; problems: Problem[] } = { deleted: 0, problems: [] }
    for (const one of gone) {
      const { deleted, problems } = await removeTranslations(payload, mapping, [one], lease)
      result.deleted += deleted
      result.problems.push(...problems)
    }
    return result
  }
}
