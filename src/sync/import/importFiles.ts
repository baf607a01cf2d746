import { thenRecheck } from '../changes/thenRecheck.ts'
import { keepStatistics, keepStatisticsDuring } from '../../database/statistics.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Lease } from '../records/lease.ts'
import { allWithImages } from '../images/withImages.ts'
import { pagesByLocale } from '../locales/fileSet.ts'
import { rejected } from '../fileResults.ts'
import { importCounts, type ImportReport, isImportCount } from '../report.ts'
import { hasFinishedLast } from '../records/runRecords.ts'
import { scopesOf } from '../scope.ts'
import { openStatCache, type StatCache } from '../statCache/statCache.ts'
import { withRun } from '../withRun.ts'
import { deleteMissing } from './deleteMissing.ts'
import { mappedFiles } from './mappedFiles.ts'
import { relinkTrashed } from './relinkTrashed.ts'
import { resolveLinks } from './resolveLinks.ts'
import { scanFolder } from './scanFolder.ts'
import { pageSize, takeOver, type TakenOver } from './takeOver.ts'
import { type MappedFiles, takeOverWaiting } from './takeOverWaiting.ts'
import type { ImportOptions } from './types.ts'

/** Number of documents whose import may change the plans of a database. */
const worthStatistics = 100

type Running = { cache: StatCache; lease: Lease | undefined; noteGrowth: () => void; total: number }

/**
 * Imports a content root: new files become documents, changed ones update theirs, unchanged ones touch nothing.
 * A file that cannot be imported is reported and never stops the others. Throws a ConfigurationError for a given value that
 * no field can hold, a ContentRootError if the folder cannot be read; an error of the database stops the run after what was
 * committed.
 */
export const importFiles = async (options: ImportOptions): Promise<ImportReport> => {
  const { payload, mappings, folder, dryRun = false, takeConflicts: choice } = options
  const { onProgress, onResult, signal } = options
  const counts = { ...importCounts }
  const problems: Problem[] = []
  const said = new Set<string>()
  const readTwice = new Set<string>()
  let done = 0

  const note = (one: MappedFiles, taken: TakenOver): void => {
    for (const [name, count] of Object.entries(taken.counts)) if (isImportCount(name)) counts[name] += count
    for (const path of taken.waiting.keys()) readTwice.add(path)
    for (const problem of taken.problems) {
      const told = readTwice.has(problem.path) ? JSON.stringify(problem) : undefined
      if (told === undefined || !said.has(told)) problems.push(problem)
      if (told !== undefined) said.add(told)
    }
    for (const source of taken.sources) {
      one.warnings.note(source)
      one.arrived.note(source)
    }
  }

  const importPages = async (one: MappedFiles, running: Running): Promise<void> => {
    const { cache, lease, noteGrowth, total } = running
    const { changed, mapping, moved, scope, waiting } = one
    const onDone = (files: number): void => {
      done += files
      onProgress?.({ phase: dryRun ? 'plan' : 'import', done, total })
    }
    for (const page of pagesByLocale(mapping, changed, pageSize)) {
      if (signal?.aborted) break
      const taken = await takeOver(
        { payload, folder, mapping, moved, scope, dryRun, cache, choice, lease, onDone, onResult, signal },
        page,
      )
      note(one, taken)
      for (const [path, found] of taken.waiting) waiting.set(path, found)
      lease?.progress(counts)
      // A first import begins with tables that the planner knows nothing of.
      if (!dryRun && taken.sources.length >= worthStatistics) noteGrowth()
    }
  }

  const finishMapping = async (
    { arrived, mapping, moved, paths, scope, warnings }: MappedFiles,
    lease: Lease | undefined,
  ): Promise<void> => {
    if (!signal?.aborted && lease) {
      // An import that was cut off may have left links that lead somewhere by now.
      const urls = (await hasFinishedLast(payload, 'import', lease.run)) ? arrived.list() : undefined
      await resolveLinks({ payload, mapping, urls, lease, onProgress, signal })
    }
    if (!signal?.aborted && options.deleteMissing) {
      onProgress?.({ phase: 'delete', done: 0 })
      const result = await deleteMissing(payload, mapping, {
        moved,
        met: paths.count(),
        maxDelete: options.maxDelete ?? 20,
        dryRun,
        scope,
        lease,
        onProgress,
        onResult,
      })
      counts.deleted += result.deleted
      problems.push(...result.problems)
    }
    if (!signal?.aborted && lease && counts.created + counts.updated + counts.moved + counts.deleted > 0)
      await relinkTrashed({ payload, mapping, lease })
    problems.push(...(await moved.problems()))
    // The target of a link may be among the files that are left.
    if (signal?.aborted) return
    onProgress?.({ phase: 'check', done: 0 })
    problems.push(...(await warnings.list()))
  }

  const scoped = allWithImages(payload, await scopesOf(payload, mappings, options.set), folder)
  const stoppedAfter = (): string => `The import was stopped after ${done} files. Imported files are kept.`
  const run = { kind: 'import', counts, problems, isDry: dryRun, stoppedAfter } as const
  return withRun(options, run, async (lease) => {
    onProgress?.({ phase: 'scan', done: 0 })
    const cache = await openStatCache(payload, { folder, isFull: options.full === true, scoped })
    const wanted = scoped.map(({ mapping }) => mapping)
    const scanned = await scanFolder(folder, wanted, {
      isUnchanged: cache.isUnchanged,
      onFile: (found) => onProgress?.({ phase: 'scan', done: found }),
      signal,
    })
    counts.ignored = scanned.ignored
    counts.rejected += scanned.refused.length
    problems.push(...scanned.refused.map(({ problem }) => problem))
    await onResult?.(scanned.refused.map(({ problem }) => rejected(problem)))
    const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0)
    const total = sum([...scanned.paths.values()].map(({ count }) => count()))
    done = counts.unchanged = total - sum([...scanned.changed.values()].map(({ length }) => length))
    onProgress?.({ phase: dryRun ? 'plan' : 'import', done, total })
    const all = mappedFiles({ payload, folder, onProgress }, scoped, scanned)
    await thenRecheck(payload, { lease, mappings }, async () => {
      await keepStatisticsDuring(payload.db, async (noteGrowth) => {
        for (const one of all) await importPages(one, { cache, lease, noteGrowth, total })
      })
      await takeOverWaiting(
        { payload, folder, cache, choice, lease, onProgress, onResult, signal },
        all,
        note,
      )
      if (options.deleteMissing && !dryRun) await cache.announce()
      for (const one of all) await finishMapping(one, lease)
      await lease?.assertHeld()
      if (lease && !signal?.aborted && options.remember !== false) await cache.save(lease)
    })
    if (!dryRun && counts.created + counts.updated + counts.merged + counts.moved + counts.deleted > 0) {
      onProgress?.({ phase: 'statistics', done: 0 })
      await keepStatistics(payload.db)
    }
  })
}
