import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { chunks } from '../../documents/pages.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { filesContext } from '../../documents/runContext.ts'
import type { importCounts } from '../report.ts'
import type { Lease } from '../records/lease.ts'
import { takeImages } from '../images/takeImages.ts'
import { applyBatch } from './applyBatch.ts'
import { batchResults } from './batchResults.ts'
import { beingEdited } from './conflictProblems.ts'
import type { MovedFiles } from './moves/findMoves.ts'
import { planBatch } from './planBatch.ts'
import { type ConflictChoice, outcomeOf } from './planFile.ts'
import { isBack, recordReturn } from './returnedFiles.ts'
import { readChanged } from './readChanged.ts'
import { parseSources, type RawFile } from './readSource.ts'
import { type OnResult, rejected } from '../fileResults.ts'
import type { Scope } from '../scope.ts'
import type { StatCache } from '../statCache/statCache.ts'
import type { SourceFile } from './types.ts'

/** Number of files that are checked for changes together. */
export const pageSize = 500

/** Number of files that are planned and written together. */
const batchSize = 250

const noCounts = { created: 0, updated: 0, merged: 0, conflicts: 0, moved: 0 }

/** How often a file is planned if its document is saved in the meantime. */
const maxAttempts = 5

/** The result of some files. */
export type TakenOver = {
  counts: Omit<typeof importCounts, 'deleted' | 'ignored'>
  problems: Problem[]
  /** Files that were imported, as they were read. */
  sources: SourceFile[]
  /** Paths of files that refer to documents which other files may create, with the problems of those that are missing. */
  waiting: Map<string, Problem[]>
}

export type TakeOverOptions = {
  payload: Payload
  folder: string
  mapping: Mapping
  scope: Scope
  dryRun: boolean
  lease: Lease | undefined
  /** Files that have moved within the folder. Default: none. */
  moved?: MovedFiles | undefined
  cache: StatCache
  /** Settles conflicts. Default: the document keeps its value, and the conflict is reported. */
  choice?: ConflictChoice | undefined
  /** Called after each batch with the number of further files that are done. */
  onDone: (files: number) => void
  /** Called with what happened to the files that are not unchanged. */
  onResult?: OnResult | undefined
  signal: AbortSignal | undefined
}

const takeOverBatch = async (
  options: TakeOverOptions,
  raws: readonly RawFile[],
  { meanwhile, parsed }: { meanwhile: () => void; parsed: ReturnType<typeof parseSources> | undefined },
  taken: TakenOver,
): Promise<void> => {
  const { cache, dryRun, lease, mapping, onDone, onResult, payload } = options
  const { counts, problems } = taken
  const results = onResult && batchResults(options, raws, problems)
  problems.push(...(await takeImages(mapping, raws, { dryRun, lease, onImage: () => onDone(0) })))
  const read = await (parsed ?? parseSources(raws))
  problems.push(...read.problems)
  counts.rejected += raws.length - read.sources.length
  let { sources } = read
  for (let tries = 1; sources.length > 0 && tries <= maxAttempts; tries += 1) {
    const { conflicts, planned, ...plans } = await planBatch(payload, options, sources)
    const result = dryRun
      ? { applied: planned, outdated: [], problems: [], waiting: new Map<string, Problem[]>() }
      : await applyBatch(payload, planned, { context: filesContext(payload), lease, meanwhile })
    problems.push(...plans.problems, ...result.problems)
    counts.conflicts += conflicts.length
    const isMade = new Set(result.applied.map(({ source }) => source.path))
    const notMade = [...result.waiting.keys()].filter((path) => !isMade.has(path))
    counts.rejected +=
      sources.length - conflicts.length - result.applied.length - result.outdated.length - notMade.length
    for (const [path, found] of result.waiting) taken.waiting.set(path, found)
    results?.note({ applied: result.applied, conflicts, waiting: notMade })
    for (const { conflicts: own, isTranslation, movedFrom, source, plan } of result.applied) {
      counts[isTranslation ? 'created' : outcomeOf(plan, movedFrom !== undefined)] += 1
      problems.push(...own)
      taken.sources.push(source)
      const isSettled =
        !result.waiting.has(source.path) && (plan.action === 'create' || plan.open.length === 0)
      if (source.stat && isSettled) cache.note(source.path, source.stat, source.digest)
    }
    sources = result.outdated
  }
  counts.rejected += sources.length
  problems.push(...sources.map(({ path }) => beingEdited(path)))
  if (results) await onResult(results.list())
}

/**
 * Imports a page of files of one mapping: those whose digest is in the file records are skipped, the others are read,
 * compared with their documents and written in batches.
 */
export const takeOver = async (options: TakeOverOptions, paths: readonly string[]): Promise<TakenOver> => {
  const { cache, dryRun, lease, onDone, payload, scope, signal } = options
  const { changed, met, problems } = await readChanged(options, paths)
  const taken: TakenOver = {
    counts: { ...noCounts, unchanged: met.length, rejected: problems.length },
    problems,
    sources: [],
    waiting: new Map(),
  }
  const metAgain = met.filter(isBack)
  if (!dryRun && changed.length + metAgain.length > 0) await cache.announce()
  if (metAgain.length > 0 && !dryRun) {
    await inTransaction(payload, {}, async (req) => {
      await lease?.assertHeld(req)
      await recordReturn(req, scope, metAgain)
    })
  }
  for (const { digest, path, row, stat } of met)
    if (stat && row.conflicts.length === 0) cache.note(path, stat, digest)
  await options.onResult?.(problems.map((problem) => rejected(problem, scope)))
  onDone(paths.length - changed.length)
  const batches = [...chunks(changed, batchSize)]
  let ahead: ReturnType<typeof parseSources> | undefined
  for (const [at, batch] of batches.entries()) {
    if (signal?.aborted) break
    const parsed = ahead
    ahead = undefined
    // The next batch is parsed while the database writes this one.
    const meanwhile = (): void => {
      // Pictures must be there before the files that show them.
      if (options.mapping.images) return
      ahead ??= parseSources(batches[at + 1] ?? [])
      ahead.catch(() => undefined)
    }
    await takeOverBatch(options, batch, { meanwhile, parsed }, taken)
    onDone(batch.length)
  }
  return taken
}
