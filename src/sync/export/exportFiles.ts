import pMap from 'p-map'

import { createRoot } from '../../files/paths.ts'
import { removeLeftovers } from '../../files/removeLeftovers.ts'
import { syncFolders } from '../../files/syncFolders.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { allWithImages } from '../images/withImages.ts'
import { thenRecheck } from '../changes/thenRecheck.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { Lease } from '../records/lease.ts'
import { exportCounts, type ExportReport, hasErrors } from '../report.ts'
import { type Scope, scopesWithin } from '../scope.ts'
import { type ExportChanges, openExportChanges } from '../statCache/exportChanges.ts'
import { withRun } from '../withRun.ts'
import { countExported } from './countExported.ts'
import { type ExportCache, openExportCache } from './exportCache.ts'
import type { ExportedFile, Unexportable } from './fileOf.ts'
import { exportNotes } from './exportNotes.ts'
import { fileWriter } from './fileWriter.ts'
import { type PageToExport, pagesToExport } from './pagesToExport.ts'
import { recordsToRemove } from './recordsToRemove.ts'
import { duplicatePath } from './targetFolder.ts'
import type { ExportOptions } from './types.ts'

const writesAtOnce = 16

type Known = { cache: ExportCache; changes: ExportChanges; lease: Lease | undefined; total: number }

/**
 * Writes the files of all documents into a folder: only files whose bytes differ, each atomically. Files of deleted or
 * moved documents are removed, and everything else in the folder is left alone. A file that a person has changed is
 * reported and kept. Throws a ContentRootError if the folder cannot be used.
 */
export const exportFiles = async (options: ExportOptions): Promise<ExportReport> => {
  const { payload, mappings, folder, drafts = false, onProgress, signal, within } = options
  const counts = { ...exportCounts }
  const problems: Problem[] = []
  const scoped = allWithImages(payload, await scopesWithin(payload, mappings, within), folder)
  await createRoot(folder)
  let done = 0

  const { flush, images, placed, refuse, remove, touched, write } = fileWriter({
    counts,
    problems,
    ...options,
  })

  const exportMapping = async (
    { mapping, scope }: { mapping: Mapping; scope: Scope },
    { cache, changes, lease, total }: Known,
  ): Promise<void> => {
    const fileRecords = fileRecordsOf(payload, undefined, scope.name)
    const notes = exportNotes(fileRecords, {
      drafts,
      onChange: async (path) => {
        await lease?.assertHeld()
        await changes.note(path)
      },
    })
    const exporting = { fileRecords, mapping, notes }
    const written = new Set<string>()
    const failed = new Set<string>()
    const exportOne = async (
      file: ExportedFile | Unexportable,
      exported: PageToExport['exported'],
    ): Promise<void> => {
      if ('problem' in file) {
        refuse(file.problem)
        failed.add(String(file.document))
        return
      }
      const { path } = file
      if (written.has(path)) {
        refuse(duplicatePath(path))
        return
      }
      written.add(path)
      await write(exporting, file, exported)
    }
    const within = scope.where
    for await (const { exported, files, unchanged } of pagesToExport(payload, mapping, {
      cache,
      drafts,
      within,
    })) {
      if (signal?.aborted) return
      await lease?.assertHeld()
      for (const path of unchanged) written.add(path)
      counts.unchanged += unchanged.length
      // A file spends most of its time waiting for the disk.
      await pMap(files, (file) => exportOne(file, exported), { concurrency: writesAtOnce })
      await flush(scope)
      done += unchanged.length + files.length
      lease?.progress(counts)
      onProgress?.({ phase: 'export', done, total })
    }
    onProgress?.({ phase: 'remove', done: counts.removed })
    await removeLeftovers(folder, written)
    for await (const rows of recordsToRemove(fileRecords, mapping, { failed, written })) {
      if (signal?.aborted) return
      await lease?.assertHeld()
      for (const row of rows) await remove(exporting, row)
      await flush(scope)
      onProgress?.({ phase: 'remove', done: counts.removed })
    }
  }

  const stoppedAfter = (): string => `The export was stopped after ${done} documents. Written files are kept.`
  const run = { kind: 'export', counts, problems, stoppedAfter } as const
  return withRun(options, run, async (lease) => {
    onProgress?.({ phase: 'export', done })
    const total = await countExported(payload, scoped, { drafts })
    // An image that no text shows is removed, so all texts have to be looked at.
    const isFull = drafts || options.full === true || mappings.some((mapping) => mapping.images)
    const cache = await openExportCache(payload, { folder, isFull, scoped })
    const changes = await openExportChanges(payload, scoped)
    const ofPlaced = (): typeof placed => (drafts ? [] : placed)
    await thenRecheck(payload, { lease, mappings, placed: ofPlaced }, async () => {
      for (const one of scoped) await exportMapping(one, { cache, changes, lease, total })
    })
    await lease?.assertHeld()
    // A text that was not written may show an image.
    if (!signal?.aborted && !hasErrors({ problems })) await images.removeUnused(scoped)
    // Once for all files: a power failure after this does not lose any of them.
    onProgress?.({ phase: 'sync', done: 0 })
    await syncFolders(folder, touched)
    if (!lease || signal?.aborted) return
    await lease.assertHeld()
    if (!drafts) await cache.save()
    await changes.save(lease)
  })
}
