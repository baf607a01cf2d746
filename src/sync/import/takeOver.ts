import { setImmediate as turn } from 'node:timers/promises'

import pMap from 'p-map'
import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { chunks } from '../../documents/pages.ts'
import { filesContext } from '../../documents/runContext.ts'
import { afterMeeting, isDraftText, isLeftOut } from '../records/exportMarks.ts'
import type { importCounts } from '../report.ts'
import type { Lease } from '../records/lease.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import { applyBatch } from './applyBatch.ts'
import { beingEdited } from './conflictProblems.ts'
import { planBatch } from './planBatch.ts'
import { type ConflictChoice, outcomeOf } from './planFile.ts'
import { parseSource, type RawFile, readRaw } from './readSource.ts'
import type { Scope } from '../scope.ts'
import type { SourceFile } from './types.ts'

/** Number of files that are checked for changes together. */
export const pageSize = 500

/** Number of files per transaction. A longer one would keep editors waiting. */
const batchSize = 25

const readsAtOnce = 16

/** How often a file is planned if its document is saved in the meantime. */
const maxAttempts = 5

/** The result of some files. */
export type TakenOver = {
  counts: Pick<typeof importCounts, 'created' | 'updated' | 'merged' | 'conflicts' | 'unchanged' | 'rejected'>
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
  /** Settles conflicts. Default: the document keeps its value, and the conflict is reported. */
  choice?: ConflictChoice | undefined
  /** Called after each batch with the number of further files that are done. */
  onDone: (files: number) => void
  signal: AbortSignal | undefined
}

const takeOverBatch = async (
  { choice, dryRun, lease, mapping, payload, scope }: TakeOverOptions,
  raws: readonly RawFile[],
  taken: TakenOver,
): Promise<void> => {
  const { counts, problems } = taken
  let sources: SourceFile[] = []
  for (const raw of raws) {
    // Lets other requests of the process run.
    await turn()
    const { source, problems: found } = parseSource(raw)
    problems.push(...found)
    if (source) sources.push(source)
    else counts.rejected += 1
  }
  for (let tries = 1; sources.length > 0; tries += 1) {
    const { conflicts, planned, ...plans } = await planBatch(payload, { choice, mapping, scope }, sources)
    const result = dryRun
      ? { applied: planned, outdated: [], problems: [], waiting: new Map<string, Problem[]>() }
      : await applyBatch(payload, filesContext(payload), planned, lease)
    problems.push(...plans.problems, ...result.problems)
    counts.conflicts += conflicts
    const isMade = new Set(result.applied.map(({ source }) => source.path))
    const notMade = [...result.waiting.keys()].filter((path) => !isMade.has(path))
    counts.rejected +=
      sources.length - conflicts - result.applied.length - result.outdated.length - notMade.length
    for (const [path, found] of result.waiting) taken.waiting.set(path, found)
    for (const { conflicts: own, isTranslation, source, plan } of result.applied) {
      counts[isTranslation ? 'created' : outcomeOf(plan)] += 1
      problems.push(...own)
      taken.sources.push(source)
    }
    sources = result.outdated
    if (tries < maxAttempts) continue
    counts.rejected += sources.length
    problems.push(...sources.map(({ path }) => beingEdited(path)))
    return
  }
}

/**
 * Imports a page of files of one mapping: those whose digest is in the file records are skipped, the others are read,
 * compared with their documents and written in batches.
 */
export const takeOver = async (options: TakeOverOptions, paths: readonly string[]): Promise<TakenOver> => {
  const { dryRun, folder, lease, mapping, onDone, payload, scope, signal } = options
  const taken: TakenOver = {
    counts: { created: 0, updated: 0, merged: 0, conflicts: 0, unchanged: 0, rejected: 0 },
    problems: [],
    sources: [],
    waiting: new Map(),
  }
  const fileRecords = fileRecordsOf(payload, undefined, scope.name)
  const known = await fileRecords.known(paths)
  const read = await pMap(paths, (path) => readRaw(folder, { mapping, scope }, path), {
    concurrency: readsAtOnce,
  })
  const changed: RawFile[] = []
  const metAgain: KnownFile[] = []
  for (const file of read) {
    if ('problem' in file) {
      taken.counts.rejected += 1
      taken.problems.push(file.problem)
      continue
    }
    const row = known.get(file.path)
    // The published state differs from what an export of drafts wrote, and nobody has changed it.
    const isSettled = options.choice === undefined || row?.conflicts.length === 0
    const isKnown = row?.digest === file.digest || isDraftText(row?.exportedDigests ?? [], file.digest)
    if (row && isSettled && isKnown) {
      taken.counts.unchanged += 1
      if (isLeftOut(row.exportedDigests)) metAgain.push(row)
    } else changed.push(file)
  }
  if (metAgain.length > 0 && !dryRun) {
    await lease?.assertHeld()
    for (const row of metAgain) await fileRecords.mark(row, afterMeeting(row.exportedDigests))
  }
  onDone(paths.length - changed.length)
  for (const batch of chunks(changed, batchSize)) {
    if (signal?.aborted) break
    await takeOverBatch(options, batch, taken)
    onDone(batch.length)
  }
  return taken
}
