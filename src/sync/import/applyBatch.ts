import { setImmediate as turn } from 'node:timers/promises'

import { APIError, type Payload, type PayloadRequest } from 'payload'

import type { Problem } from '../../frontMatter/index.ts'
import { ImportBatch } from '../../documents/importBatch.ts'
import type { Lease } from '../records/lease.ts'
import { ledgerOf } from '../records/fileRecords.ts'
import { rowsOf } from '../../documents/rows.ts'
import { noteBrought } from '../records/runRecords.ts'
import { sentenceOf } from '../../documents/sentenceOf.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { applyFile } from './applyFile.ts'
import { fileProblem } from './conflictProblems.ts'
import { MissingRelationError } from './dataOfFile.ts'
import { linkTargets, newUrls } from './lookUps.ts'
import type { Planned } from './planBatch.ts'
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
  /** Files whose documents somebody has saved since they were planned; nothing was done about them. */
  outdated: SourceFile[]
  problems: Problem[]
}

/** Files that would replace what somebody has saved since they were planned. */
const outdatedOf = async (req: PayloadRequest, planned: readonly Planned[]): Promise<Set<SourceFile>> => {
  const updates = planned.flatMap(({ document, plan, source }) =>
    document && plan.action === 'update' ? [{ document, source }] : [],
  )
  const [first] = updates
  if (!first) return new Set()
  const rows = await rowsOf(req.payload).find({
    collection: first.source.mapping.collection,
    req,
    select: { updatedAt: true },
    where: { id: { in: updates.map(({ document }) => document.id) } },
  })
  const saved = new Map(rows.map(({ id, updatedAt }) => [id, updatedAt]))
  return new Set(
    updates.flatMap(({ document, source }) =>
      saved.get(document.id) === document.updatedAt ? [] : [source],
    ),
  )
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
    const applied: Planned[] = []
    const problems: Problem[] = []
    const batch = new ImportBatch(urls)
    const links = new Map(targets)
    Object.assign(req.context, batch.context)
    await lease?.assertHeld(req)
    const outdated = await outdatedOf(req, planned)
    for (const one of planned.filter(({ source }) => !outdated.has(source))) {
      // SQLite answers without letting the event loop turn.
      await turn()
      const { brought } = await applyFile(req, one, { batch, links, run })
      if (run && brought.length > 0) await noteBrought(req, run, brought)
      applied.push(one)
      problems.push(
        ...brought.flatMap(({ alias }) => (alias === undefined ? [] : [spellingProblem(one, alias)])),
      )
    }
    await rowsOf(payload).createMany(slugsOf(payload).files, batch.rows.files, req)
    await rowsOf(payload).createMany(slugsOf(payload).links, batch.rows.links, req)
    return { applied, outdated: [...outdated], problems }
  })
  // An adapter may report a commit that failed as done; the last row tells.
  const last = result.applied.at(-1)
  if (!last) return result
  const known = await ledgerOf(payload).known([last.source.path])
  if (known.get(last.source.path)?.digest !== last.source.digest)
    throw new Error('The database reported a commit that did not happen. Check its disk and try again.')
  return result
}

/**
 * Writes planned files in one transaction. Where one of them fails, all are rolled back and written one by one, so
 * that only the file at fault is rejected, with what the database or a validation said. A document that somebody has saved
 * since is not touched: its file is to be planned again.
 */
export const applyBatch = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<Applied> => {
  const result: Applied = { applied: [], outdated: [], problems: [] }
  if (planned.length === 0) return result
  try {
    return await applyTogether(payload, context, planned, lease)
  } catch (error) {
    if (planned.length > 1) {
      for (const one of planned) {
        const { applied, outdated, problems } = await applyBatch(payload, context, [one], lease)
        result.applied.push(...applied)
        result.outdated.push(...outdated)
        result.problems.push(...problems)
      }
      return result
    }
    // Anything else is no fault of the file: the run stops and says so.
    if (!(error instanceof APIError || error instanceof MissingRelationError)) throw error
    const path = planned[0]?.source.path ?? '.'
    const remedy = 'Correct the file and import again.'
    result.problems.push(fileProblem(path, 'invalid-document', sentenceOf(error), remedy))
    return result
  }
}
