import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { isLeftOut } from '../records/exportMarks.ts'
import type { Lease } from '../records/lease.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Scope } from '../scope.ts'
import { isInTrash, capabilitiesOf } from '../capabilities.ts'
import { fileProblem } from './conflictProblems.ts'
import { type Going, trashDocuments } from './trashDocuments.ts'

const pageSize = 200

/** Number of documents that one transaction moves. A longer one would keep editors waiting. */
const batchSize = 25

export type DeleteOptions = {
  /** Whether a path exists in the folder, imported or not. */
  isThere: (path: string) => boolean
  /** Number of files in the folder; none at all means a wrong or empty folder. */
  met: number
  /** Maximum share of the mapping's files that may be deleted, in percent. */
  maxDelete: number
  dryRun: boolean
  scope: Scope
  lease: Lease | undefined
  onProgress?: OnProgress | undefined
}

/**
 * Moves documents whose file is gone from the folder to the trash, but for files that an export has left out. Nothing goes
 * when the folder has no file of the mapping, or when more than the allowed share would go: then there is one problem,
 * and it says how many. A document that a hook or a rule of the app holds back stays, with a problem.
 */
export const deleteMissing = async (
  payload: Payload,
  mapping: Mapping,
  { isThere, met, maxDelete, dryRun, lease, onProgress, scope }: DeleteOptions,
): Promise<{ deleted: number; problems: Problem[] }> => {
  const fileRecords = fileRecordsOf(payload, undefined, scope.name)
  const traits = capabilitiesOf(payload, mapping)
  const gone: KnownFile[] = []
  let total = 0
  for await (const page of fileRecords.pages(mapping.collection, pageSize)) {
    // That a file is missing which an export has left out is no news.
    const imported = page.filter(
      ({ digest, document, exportedDigests }) =>
        digest !== undefined && document !== undefined && !isLeftOut(exportedDigests),
    )
    total += imported.length
    gone.push(...imported.filter(({ path }) => !isThere(path)))
  }
  const ids = gone.flatMap(({ document }) => document ?? [])
  const documents = (
    await Promise.all(
      Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, at) =>
        rowsOf(payload).find({
          collection: mapping.collection,
          select: traits.hasTrash ? { deletedAt: true } : {},
          where: { id: { in: ids.slice(at * pageSize, (at + 1) * pageSize) } },
        }),
      ),
    )
  )
    .flat()
    .filter((document) => !isInTrash(document))
  if (documents.length === 0) return { deleted: 0, problems: [] }
  const share = (100 * documents.length) / total
  if (met === 0 || share > maxDelete) {
    const message =
      met === 0
        ? `The folder has no file of ${mapping.collection}, and ${documents.length} documents would be deleted. None was deleted.`
        : `${documents.length} of ${total} documents would be deleted (${share.toFixed(1)}%); the limit is ${maxDelete}%. None was deleted.`
    return {
      deleted: 0,
      problems: [
        fileProblem('.', 'delete-limit', message, 'Check the folder; raise --max-delete if it is correct.'),
      ],
    }
  }
  if (dryRun) return { deleted: documents.length, problems: [] }
  const paths = new Map(gone.map(({ document, path }) => [document, path]))
  const going = documents.map(({ id }): Going => ({ id, path: paths.get(String(id)) ?? '.' }))
  const result: { deleted: number; problems: Problem[] } = { deleted: 0, problems: [] }
  for (let at = 0; at < going.length; at += batchSize) {
    const batch = going.slice(at, at + batchSize)
    const { deleted, problems } = await trashDocuments(payload, mapping, batch, lease)
    result.deleted += deleted
    result.problems.push(...problems)
    onProgress?.({ phase: 'delete', done: at + batch.length, total: going.length })
  }
  return result
}
