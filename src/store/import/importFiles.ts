import { walkFiles } from '../../files/index.ts'
import type { Problem } from '../../frontMatter/index.ts'
import { matchPath, type Mapping } from '../../mapping/index.ts'
import { linksResolvedLater, valuesFromFile } from '../context.ts'
import { ledgerOf } from '../ledger.ts'
import { importCounts, type ImportReport } from '../report.ts'
import { finishRun, startRun } from '../runs.ts'
import { applyBatch } from './applyBatch.ts'
import { fileProblem } from './conflictProblems.ts'
import { deleteMissing } from './deleteMissing.ts'
import { planBatch } from './planBatch.ts'
import { parseSource, type RawFile, readRaw } from './readSource.ts'
import { resolveLinks } from './resolveLinks.ts'
import { siteWarnings } from './siteWarnings.ts'
import type { ImportOptions, SourceFile } from './types.ts'

const batchSize = 50

/** Hooks of this run know by it that values come from files and links are resolved at the end. */
const context = { [valuesFromFile]: true, [linksResolvedLater]: true }

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/**
 * Imports a content root: new files become documents, changed ones update theirs, unchanged ones touch nothing.
 * A file that cannot be taken over is reported and never stops the others. Throws a ContentRootError when the folder
 * cannot be read; an error of the database stops the run after what was committed.
 */
export const importFiles = async (options: ImportOptions): Promise<ImportReport> => {
  const { payload, mappings, folder, dryRun = false, onProgress, signal } = options
  const started = performance.now()
  const counts = { ...importCounts }
  const problems: Problem[] = []
  const met = new Map<Mapping, Set<string>>(mappings.map((mapping) => [mapping, new Set()]))
  const unread: string[] = []
  const warnings = new Map(mappings.map((mapping) => [mapping, siteWarnings(mapping)]))
  const run = dryRun ? undefined : await startRun(options)
  let done = 0

  const reject = (found: readonly Problem[]): void => {
    counts.rejected += 1
    problems.push(...found)
  }

  const takeOver = async (mapping: Mapping, batch: readonly RawFile[]): Promise<void> => {
    const rows = await ledgerOf(payload).byPaths(batch.map(({ path }) => path))
    const digests = new Map(rows.map((row) => [row.path, row.digest]))
    const sources: SourceFile[] = []
    for (const raw of batch) {
      if (digests.get(raw.path) === raw.digest) {
        counts.unchanged += 1
        continue
      }
      const { source, problems: found } = parseSource(raw)
      if (source) {
        sources.push(source)
        problems.push(...found)
      } else reject(found)
    }
    if (sources.length === 0) return
    const { planned, problems: conflicts } = await planBatch(payload, mapping, sources)
    problems.push(...conflicts)
    counts.rejected += sources.length - planned.length
    const applied = dryRun
      ? { applied: planned, problems: [] }
      : await applyBatch(payload, context, planned, run)
    problems.push(...applied.problems)
    counts.rejected += planned.length - applied.applied.length
    for (const { source, plan } of applied.applied) {
      if (plan.action === 'create') counts.created += 1
      else if (plan.action === 'update') counts.updated += 1
      else counts.unchanged += 1
      warnings.get(mapping)?.note(source)
    }
  }

  const batches = new Map<Mapping, RawFile[]>(mappings.map((mapping) => [mapping, []]))
  const flush = async (mapping: Mapping, least: number): Promise<void> => {
    const batch = batches.get(mapping) ?? []
    if (batch.length < least) return
    await takeOver(mapping, batch.splice(0))
  }

  try {
    for await (const entry of walkFiles(folder)) {
      if (signal?.aborted) break
      if (entry.kind === 'problem') {
        unread.push(entry.path)
        reject([entry.problem])
        continue
      }
      const mapping = mappings.find((candidate) => matchPath(candidate, entry.path))
      if (!mapping) {
        counts.ignored += 1
        continue
      }
      met.get(mapping)?.add(entry.path)
      const raw = await readRaw(folder, mapping, entry.path)
      if ('problem' in raw) reject([raw.problem])
      else batches.get(mapping)?.push(raw)
      await flush(mapping, batchSize)
      done += 1
      onProgress?.({ done, path: entry.path })
    }
    for (const mapping of mappings) {
      if (!signal?.aborted) await flush(mapping, 1)
      if (!signal?.aborted && !dryRun) await resolveLinks(payload, mapping, signal)
      const paths = met.get(mapping) ?? new Set<string>()
      if (!signal?.aborted && options.deleteMissing) {
        const result = await deleteMissing(payload, mapping, {
          isThere: (path) => paths.has(path) || unread.some((other) => isUnder(path, other)),
          met: paths.size,
          maxDelete: options.maxDelete ?? 20,
          dryRun,
        })
        counts.deleted += result.deleted
        problems.push(...result.problems)
      }
      problems.push(...((await warnings.get(mapping)?.list(payload)) ?? []))
    }
  } catch (error) {
    if (run) await finishRun(payload, run, 'failed', counts, problems)
    throw error
  }
  if (signal?.aborted) {
    const message = `The import was stopped after ${done} files. What was taken over stays.`
    problems.push(fileProblem('.', 'interrupted', message, 'Run the same command again to go on.'))
  }
  if (run) await finishRun(payload, run, signal?.aborted ? 'interrupted' : undefined, counts, problems)
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}
