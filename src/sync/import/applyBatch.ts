import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { setRequestLocale } from '../../documents/inLocale.ts'
import { ImportBatch } from '../../documents/importBatch.ts'
import type { Lease } from '../records/lease.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { rowsOf } from '../../documents/rows.ts'
import { recordCreated } from '../records/runRecords.ts'
import { hasTransactions, inTransaction } from '../../documents/transaction.ts'
import { HookError } from '../hookErrors.ts'
import { announce } from './announce.ts'
import { applyFile } from './applyFile.ts'
import { MissingRelationError } from './dataOfFile.ts'
import { failedFile } from './failedFile.ts'
import { isOfText } from './laterRelations.ts'
import { linkTargets, newUrls } from './lookUps.ts'
import { outdatedOf } from './outdatedOf.ts'
import type { Planned } from './planBatch.ts'
import { recordSaved, type Saved } from './recordSaved.ts'
import type { SourceFile } from './types.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

const spellingProblem = ({ source: { path } }: Planned, spelling: string): Problem => ({
  severity: 'warning',
  path,
  line: 1,
  column: 1,
  code: 'subject-spelling',
  message: `"${spelling}" is another spelling of an existing name; it was added as an alias.`,
  remedy: 'Nothing to do: files keep their spelling. If it is a mistake, use one spelling.',
})

type Applied = {
  applied: Planned[]
  /** Files that were not applied because somebody has saved their documents since they were planned. */
  outdated: SourceFile[]
  problems: Problem[]
  /** Paths of files that refer to missing documents, which other files may create, each with its problem. */
  waiting: Map<string, Problem[]>
}

const applyTogether = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<Applied> => {
  const run = lease?.run
  const urls = await newUrls(payload, planned)
  const targets = await linkTargets(payload, planned)
  const result = await inTransaction(payload, context, async (req) => {
    // All files of a batch are in one locale.
    setRequestLocale(req, planned[0]?.source.record.locale)
    const saved: Saved[] = []
    const problems: Problem[] = []
    const batch = new ImportBatch(urls)
    const links = new Map(targets)
    Object.assign(req.context, batch.context)
    await lease?.assertHeld(req)
    const outdated = await outdatedOf(req, planned)
    for (const one of planned.filter(({ source }) => !outdated.has(source))) {
      // SQLite responds without letting the event loop run.
      await turn()
      const announced = await announce(req, one, run)
      const { additions, problems: conflicts, ...written } = await applyFile(req, announced, links)
      if (run && additions.length > 0) await recordCreated(req, run, additions)
      saved.push({ planned: announced, ...written })
      problems.push(
        ...conflicts,
        ...additions.flatMap(({ alias }) => (alias === undefined ? [] : [spellingProblem(one, alias)])),
      )
    }
    problems.push(...(await recordSaved(req, saved, { batch, run })))
    await rowsOf(payload).createMany(slugsOf(payload).links, batch.rows.links, req)
    await rowsOf(payload).createMany(slugsOf(payload).files, batch.rows.files, req)
    const waiting = saved.flatMap(({ later, planned: { source } }) => (later?.size ? [source.path] : []))
    return {
      applied: saved.map(({ planned: one }) => one),
      outdated: [...outdated],
      problems,
      waiting: new Map(waiting.map((waitingPath): [string, Problem[]] => [waitingPath, []])),
    }
  })
  // An adapter may report a failed commit as done; the last row shows whether it happened.
  const last = result.applied.at(-1)
  if (!last) return result
  const { scope, path } = last.source
  const known = await fileRecordsOf(payload, undefined, scope.name).known([path])
  if (!isOfText(known.get(path), last.source.digest))
    throw new Error('The database reported a commit that did not happen. Check its disk and try again.')
  return result
}

const applyOneByOne = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<Applied> => {
  const result: Applied = { applied: [], outdated: [], problems: [], waiting: new Map() }
  for (const one of planned) {
    const { applied, outdated, problems, waiting } = await applyBatch(payload, context, [one], lease)
    result.applied.push(...applied)
    result.outdated.push(...outdated)
    result.problems.push(...problems)
    for (const [path, found] of waiting) result.waiting.set(path, found)
  }
  return result
}

/**
 * Writes planned files in one transaction. If one of them fails, all are rolled back and written one by one, so that
 * only that file is rejected, with the message of the database, a validation or a hook. Without transactions, files are
 * written one by one from the start. A document that somebody has saved since is not touched: its file has to be
 * planned again.
 */
export const applyBatch = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<Applied> => {
  const [first] = planned
  if (!first) return { applied: [], outdated: [], problems: [], waiting: new Map() }
  const isAlone = planned.length === 1
  if (!isAlone && !(await hasTransactions(payload))) return applyOneByOne(payload, context, planned, lease)
  try {
    return await applyTogether(payload, context, planned, lease)
  } catch (error) {
    if (!isAlone) return applyOneByOne(payload, context, planned, lease)
    // Anything else is not the file's fault: the run stops and reports it.
    const problem = failedFile(first.source, error)
    if (!problem) throw error
    if (error instanceof HookError)
      payload.logger.warn({ err: error.cause, msg: `${first.source.path}: ${error.message}` })
    const isMissing = error instanceof MissingRelationError
    return {
      applied: [],
      outdated: [],
      problems: isMissing ? [] : [problem],
      waiting: new Map(isMissing ? [[first.source.path, [problem]]] : []),
    }
  }
}
