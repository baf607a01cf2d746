import pMap from 'p-map'

import { createRoot } from '../../files/paths.ts'
import { removeLeftovers } from '../../files/removeLeftovers.ts'
import { syncFolders } from '../../files/syncFolders.ts'
import type { Problem } from '../../problems/problems.ts'
import { isIgnored } from '../../mapping/filePath.ts'
import type { Mapping } from '../../mapping/types.ts'
import { cmsPictures } from '../audit/cmsPictures.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import { type FileRecords, fileRecordsOf } from '../records/fileRecords.ts'
import type { Lease } from '../records/lease.ts'
import { isAnnounced, type KnownFile } from '../records/fileRows.ts'
import { exportCounts, type ExportReport } from '../report.ts'
import { type Scope, scopesWithin } from '../scope.ts'
import { withRun } from '../withRun.ts'
import { countExported } from './countExported.ts'
import { exportedPages } from './exportedFiles.ts'
import type { ExportedFile, Unexportable } from './fileOf.ts'
import { exportNotes } from './exportNotes.ts'
import { targetFolder, writeFailed } from './targetFolder.ts'
import type { ExportOptions } from './types.ts'

const pageSize = 200

const writesAtOnce = 16

type Exporting = { fileRecords: FileRecords; mapping: Mapping; notes: ReturnType<typeof exportNotes> }

/**
 * Writes the files of all documents into a folder: only files whose bytes differ, each atomically. Files of deleted or
 * moved documents are removed, and everything else in the folder is left alone. A file that a person has changed is
 * reported and kept. Throws a ContentRootError if the folder cannot be used.
 */
export const exportFiles = async (options: ExportOptions): Promise<ExportReport> => {
  const { payload, mappings, folder, drafts = false, onProgress, overwrite = false, signal, within } = options
  const counts = { ...exportCounts }
  const problems: Problem[] = []
  const scoped = await scopesWithin(payload, mappings, within)
  await createRoot(folder)
  const pictures = cmsPictures(payload)
  let done = 0

  const target = targetFolder({ folder, overwrite })
  const touched: string[] = []

  const write = async ({ fileRecords, mapping, notes }: Exporting, file: ExportedFile): Promise<void> => {
    const { path, row, text } = file
    const there = row?.path === path ? row : (await fileRecords.byPaths([path]))[0]
    const result = await target.write(path, text, [row, there])
    if (result === 'written') touched.push(path)
    if (typeof result === 'string') {
      counts[result] += 1
      problems.push(...pictures.inText(mapping, path, text))
      await notes.wrote({ ...file, there })
    } else problems.push(result)
  }

  const remove = async ({ notes }: Exporting, row: KnownFile): Promise<void> => {
    const result = await target.remove(row.path, [row])
    if (result === 'removed') {
      touched.push(row.path)
      counts.removed += 1
    }
    if (typeof result === 'string') await notes.leftOut(row)
    else problems.push(result)
  }

  // A file that cannot be written does not stop the others.
  const guarded = async (path: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      problems.push(writeFailed(path, error))
    }
  }

  const exportMapping = async (
    { mapping, scope }: { mapping: Mapping; scope: Scope },
    { lease, total }: { lease: Lease | undefined; total: number },
  ): Promise<void> => {
    const fileRecords = fileRecordsOf(payload, undefined, scope.name)
    const exporting = { fileRecords, mapping, notes: exportNotes(fileRecords, { drafts }) }
    const written = new Set<string>()
    const failed = new Set<string>()
    const exportOne = async (file: ExportedFile | Unexportable): Promise<void> => {
      if ('problem' in file) {
        problems.push(file.problem)
        failed.add(String(file.document))
        return
      }
      const { path } = file
      if (written.has(path)) {
        problems.push(
          fileProblem(
            path,
            'duplicate-document',
            'Two documents have this path.',
            'Give one of them another slug.',
          ),
        )
        return
      }
      written.add(path)
      await guarded(path, () => write(exporting, file))
    }
    for await (const page of exportedPages(payload, mapping, { drafts, within: scope.where })) {
      if (signal?.aborted) return
      await lease?.assertHeld()
      // A file spends most of its time waiting for the disk.
      await pMap(page, exportOne, { concurrency: writesAtOnce })
      done += page.length
      lease?.progress(counts)
      onProgress?.({ phase: 'export', done, total })
    }
    onProgress?.({ phase: 'remove', done: counts.removed })
    await removeLeftovers(folder, written)
    for await (const page of fileRecords.pages(mapping.collection, pageSize)) {
      if (signal?.aborted) return
      await lease?.assertHeld()
      for (const row of page) {
        // A document that cannot be written now keeps its existing file.
        const isKept = row.document === undefined ? failed.size > 0 : failed.has(row.document)
        if (written.has(row.path) || isKept || isAnnounced(row) || isIgnored(mapping, row.path)) continue
        await guarded(row.path, () => remove(exporting, row))
      }
      onProgress?.({ phase: 'remove', done: counts.removed })
    }
  }

  const stoppedAfter = (): string => `The export was stopped after ${done} documents. Written files are kept.`
  const run = { kind: 'export', counts, problems, stoppedAfter } as const
  return withRun(options, run, async (lease) => {
    onProgress?.({ phase: 'export', done })
    const total = await countExported(payload, scoped, { drafts })
    for (const one of scoped) await exportMapping(one, { lease, total })
    // Once for all files: a power failure after this does not lose any of them.
    onProgress?.({ phase: 'sync', done: 0 })
    await syncFolders(folder, touched)
  })
}
