import { keepStatistics } from '../../database/statistics.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Lease } from '../records/lease.ts'
import { pagesByLocale } from '../locales/fileSet.ts'
import { importCounts, type ImportReport } from '../report.ts'
import { hasFinishedLast } from '../records/runRecords.ts'
import { scopesOf } from '../scope.ts'
import { withRun } from '../withRun.ts'
import { arrivedUrls } from './arrivedUrls.ts'
import { deleteMissing } from './deleteMissing.ts'
import { resolveLinks } from './resolveLinks.ts'
import { scanFolder, type ScannedFolder } from './scanFolder.ts'
import { siteWarnings } from './siteWarnings.ts'
import { pageSize, takeOver, type TakenOver } from './takeOver.ts'
import { type MappedFiles, takeOverWaiting } from './takeOverWaiting.ts'
import type { ImportOptions } from './types.ts'

type Running = { lease: Lease | undefined; total: number }

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/**
 * Imports a content root: new files become documents, changed ones update theirs, unchanged ones touch nothing.
 * A file that cannot be imported is reported and never stops the others. Throws a ConfigurationError for a value given
 * that no field can hold, a ContentRootError when the folder
 * cannot be read; an error of the database stops the run after what was committed.
 */
export const importFiles = async (options: ImportOptions): Promise<ImportReport> => {
  const { payload, mappings, folder, dryRun = false, takeConflicts: choice, onProgress, signal } = options
  const counts = { ...importCounts }
  const problems: Problem[] = []
  const said = new Set<string>()
  let done = 0

  const note = (one: MappedFiles, taken: TakenOver): void => {
    counts.created += taken.counts.created
    counts.updated += taken.counts.updated
    counts.merged += taken.counts.merged
    counts.conflicts += taken.counts.conflicts
    counts.unchanged += taken.counts.unchanged
    counts.rejected += taken.counts.rejected
    // Files that are read twice report the same problems twice.
    for (const problem of taken.problems) {
      const told = JSON.stringify(problem)
      if (!said.has(told)) problems.push(problem)
      said.add(told)
    }
    for (const source of taken.sources) {
      one.warnings.note(source)
      one.arrived.note(source)
    }
  }

  const importPages = async (one: MappedFiles, { lease, total }: Running): Promise<void> => {
    const { mapping, paths, scope, waiting } = one
    const onDone = (files: number): void => {
      done += files
      onProgress?.({ phase: dryRun ? 'plan' : 'import', done, total })
    }
    for (const page of pagesByLocale(mapping, paths, pageSize)) {
      if (signal?.aborted) break
      const taken = await takeOver(
        { payload, folder, mapping, scope, dryRun, choice, lease, onDone, signal },
        page,
      )
      note(one, taken)
      for (const [path, found] of taken.waiting) waiting.set(path, found)
      lease?.progress(counts)
      // A first import begins with tables that the planner knows nothing of.
      if (!dryRun) await keepStatistics(payload.db)
    }
  }

  const finishMapping = async (
    { arrived, mapping, paths, scope, warnings }: MappedFiles,
    scanned: ScannedFolder,
    lease: Lease | undefined,
  ): Promise<void> => {
    if (!signal?.aborted && lease) {
      // An import that was cut off may have left links that lead somewhere by now.
      const urls = (await hasFinishedLast(payload, 'import', lease.run)) ? arrived.list() : undefined
      await resolveLinks({ payload, mapping, urls, lease, onProgress, signal })
    }
    if (!signal?.aborted && options.deleteMissing) {
      onProgress?.({ phase: 'delete', done: 0 })
      const there = new Set(paths)
      const unread = scanned.refused.map(({ path }) => path)
      const result = await deleteMissing(payload, mapping, {
        isThere: (path) => there.has(path) || unread.some((other) => isUnder(path, other)),
        met: paths.length,
        maxDelete: options.maxDelete ?? 20,
        dryRun,
        scope,
        lease,
        onProgress,
      })
      counts.deleted += result.deleted
      problems.push(...result.problems)
    }
    onProgress?.({ phase: 'check', done: 0 })
    problems.push(...(await warnings.list(payload)))
  }

  const scoped = await scopesOf(payload, mappings, options.set)
  const stoppedAfter = (): string => `The import was stopped after ${done} files. Imported files are kept.`
  const run = { kind: 'import', counts, problems, isDry: dryRun, stoppedAfter } as const
  return withRun(options, run, async (lease) => {
    onProgress?.({ phase: 'scan', done: 0 })
    const scanned = await scanFolder(folder, mappings, {
      onFile: (found) => onProgress?.({ phase: 'scan', done: found }),
      signal,
    })
    counts.ignored = scanned.ignored
    counts.rejected += scanned.refused.length
    problems.push(...scanned.refused.map(({ problem }) => problem))
    const total = [...scanned.paths.values()].reduce((sum, { length }) => sum + length, 0)
    const all = scoped.map((one): MappedFiles => ({
      ...one,
      paths: scanned.paths.get(one.mapping) ?? [],
      warnings: siteWarnings(one.mapping),
      arrived: arrivedUrls(one.mapping),
      waiting: new Map(),
    }))
    for (const one of all) await importPages(one, { lease, total })
    await takeOverWaiting({ payload, folder, choice, lease, signal }, all, note)
    for (const one of all) await finishMapping(one, scanned, lease)
    if (!dryRun) {
      onProgress?.({ phase: 'statistics', done: 0 })
      await keepStatistics(payload.db)
    }
  })
}
