import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Lease } from '../records/lease.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { isExpected, type KnownFile } from '../records/fileRows.ts'
import { type OnResult, problemsByPath } from '../fileResults.ts'
import type { OnProgress } from '../../progress/phases.ts'
import type { Scope } from '../scope.ts'
import { fileProblem } from './conflictProblems.ts'
import type { MovedFiles } from './moves/findMoves.ts'
import { partGone, presentDocuments } from './goneFiles.ts'
import { removeTranslations } from './removeTranslations.ts'
import { type Going, trashDocuments } from './trashDocuments.ts'

const pageSize = 200

/** Number of documents per transaction. A longer transaction would keep editors waiting. */
const batchSize = 25

export type DeleteOptions = {
  /** Files that have moved within the folder, and what exists there. */
  moved: MovedFiles
  /** Number of files in the folder; 0 suggests a wrong folder. */
  met: number
  /** Maximum share of the mapping's files that may be deleted, in percent. */
  maxDelete: number
  dryRun: boolean
  scope: Scope
  lease: Lease | undefined
  onProgress?: OnProgress | undefined
  onResult?: OnResult | undefined
}

/**
 * Moves documents whose file is missing from the folder to the trash, except if an export has omitted the file. If a
 * document has other files, only the locales of missing files are removed. Does nothing if the folder has no file of the
 * mapping, or if more than the allowed share would be deleted: one problem then gives the number. A document whose
 * deletion is refused by a hook or a rule of the app is kept and reported.
 */
export const deleteMissing = async (
  payload: Payload,
  mapping: Mapping,
  { met, maxDelete, dryRun, lease, moved, onProgress, onResult, scope }: DeleteOptions,
): Promise<{ deleted: number; problems: Problem[] }> => {
  const fileRecords = fileRecordsOf(payload, undefined, scope.name)
  const { isThere } = moved
  const gone: KnownFile[] = []
  let total = 0
  for await (const page of fileRecords.pages(mapping.collection, pageSize)) {
    // A file that an export has omitted is expected to be missing.
    const imported = page.filter(isExpected)
    total += imported.length
    // A file that has moved is not deleted, even if it could not be imported.
    for (const row of imported) if (!isThere(row.path) && !(await moved.isMoved(row))) gone.push(row)
  }
  const { translations, whole } = await partGone(fileRecords, mapping, gone, isThere)
  const documents = await presentDocuments(
    payload,
    mapping,
    [...whole.flat(), ...translations.map(({ file }) => file)].flatMap(({ document }) => document ?? []),
  )
  const going = whole.flatMap((files): Going[] => {
    const [file] = files
    const id = documents.get(file?.document ?? '')
    return id === undefined || !file ? [] : [{ id, path: file.path, files }]
  })
  const removed = translations.filter(({ file }) => documents.has(file.document ?? ''))
  const count = going.length + removed.length
  if (count === 0) return { deleted: 0, problems: [] }
  const share = (100 * count) / total
  if (met === 0 || share > maxDelete) {
    const what = mapping.locales ? 'files' : 'documents'
    const message =
      met === 0
        ? `The folder has no file of ${mapping.collection}, and ${count} ${what} would be deleted. None was deleted.`
        : `${count} of ${total} ${what} would be deleted (${share.toFixed(1)}%); the limit is ${maxDelete}%. None was deleted.`
    return {
      deleted: 0,
      problems: [
        fileProblem(
          '.',
          'delete-limit',
          message,
          'Check the folder; raise the limit (--max-delete) if it is correct.',
        ),
      ],
    }
  }
  const tell = async (paths: readonly string[], problems: readonly Problem[]): Promise<void> => {
    const refused = problemsByPath(problems)
    await onResult?.(
      paths.map((path) => ({
        path,
        outcome: refused.has(path) ? 'rejected' : 'deleted',
        scope: scope.name,
        fields: [],
        problems: refused.get(path) ?? [],
      })),
    )
  }
  if (dryRun) {
    await tell(
      [...going, ...removed.map(({ file }) => file)].map(({ path }) => path),
      [],
    )
    return { deleted: count, problems: [] }
  }
  const result: { deleted: number; problems: Problem[] } = { deleted: 0, problems: [] }
  let done = 0
  const inBatches = async <Item>(
    items: readonly Item[],
    pathOf: (item: Item) => string,
    work: (batch: readonly Item[]) => Promise<{ deleted: number; problems: Problem[] }>,
  ): Promise<void> => {
    for (let at = 0; at < items.length; at += batchSize) {
      const batch = items.slice(at, at + batchSize)
      const { deleted, problems } = await work(batch)
      result.deleted += deleted
      result.problems.push(...problems)
      await tell(batch.map(pathOf), problems)
      done += batch.length
      onProgress?.({ phase: 'delete', done, total: count })
    }
  }
  await inBatches(
    going,
    ({ path }) => path,
    (batch) => trashDocuments(payload, mapping, batch, lease),
  )
  await inBatches(
    removed,
    ({ file }) => file.path,
    (batch) => removeTranslations(payload, mapping, batch, lease),
  )
  return result
}
