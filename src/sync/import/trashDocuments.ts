import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { DocumentId } from '../../documents/documents.ts'
import { setRequestLocale } from '../../documents/inLocale.ts'
import { rowsOf } from '../../documents/rows.ts'
import { runContext } from '../../documents/runContext.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { trashDocument } from '../../drafts/saveDocument.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { localeOf } from '../../mapping/filePath.ts'
import { namingHooks } from '../hookErrors.ts'
import { afterDeleting } from '../records/exportMarks.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { Lease } from '../records/lease.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { failedDocument } from './failedFile.ts'

/** A document to be moved to the trash, and its missing files, one of them by path. */
export type Going = {
  id: DocumentId
  path: string
  files: readonly KnownFile[]
}

/**
 * Moves documents to the trash in one transaction. If one of them fails, all are rolled back and moved one by one, so
 * that only that document is kept, with the message of the hook or rule that refused. Returns how many were moved.
 */
export const trashDocuments = async (
  payload: Payload,
  mapping: Mapping,
  going: readonly Going[],
  lease: Lease | undefined,
): Promise<{ deleted: number; problems: Problem[] }> => {
  const { collection } = mapping
  const capabilities = capabilitiesOf(payload, mapping)
  const paths = new Map(going.map(({ id, path }) => [String(id), path]))
  try {
    await inTransaction(payload, runContext(payload), async (req) => {
      await lease?.assertHeld(req)
      const where = { id: { in: going.map(({ id }) => id) } }
      for (const row of await rowsOf(payload).find({ collection, req, where })) {
        await turn()
        // In locales other than that of the file, required fields may be empty.
        setRequestLocale(req, localeOf(mapping, paths.get(String(row.id)) ?? ''))
        await namingHooks(collection, () => trashDocument(req, collection, row, capabilities))
      }
      // The files bring their documents back, unlike those of documents that somebody has deleted in the CMS.
      for (const row of going.flatMap(({ files }) => files))
        await fileRecordsOf(payload, req).mark(row, afterDeleting(row.exportedDigests))
    })
    return { deleted: going.length, problems: [] }
  } catch (error) {
    const [first, ...others] = going
    if (first && others.length === 0) {
      const problem = failedDocument(first.path, error)
      if (!problem) throw error
      return { deleted: 0, problems: [problem] }
    }
    const result: { deleted: number; problems: Problem[] } = { deleted: 0, problems: [] }
    for (const one of going) {
      const { deleted, problems } = await trashDocuments(payload, mapping, [one], lease)
      result.deleted += deleted
      result.problems.push(...problems)
    }
    return result
  }
}
