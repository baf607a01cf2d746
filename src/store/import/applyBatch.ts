import { setImmediate as turn } from 'node:timers/promises'

import { APIError, type Payload } from 'payload'

import type { Problem } from '../../frontMatter/index.ts'
import { linksCollection } from '../../links/linkIndex.ts'
import { ImportBatch } from '../importBatch.ts'
import type { Lease } from '../lease.ts'
import { ledgerOf } from '../ledger.ts'
import { rowsOf } from '../rows.ts'
import { noteBrought } from '../runs.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { inTransaction } from '../transaction.ts'
import { applyFile } from './applyFile.ts'
import { fileProblem } from './conflictProblems.ts'
import { MissingRelationError } from './dataOfFile.ts'
import { linkTargets, newUrls } from './lookUps.ts'
import type { Planned } from './planBatch.ts'

const spellingProblem = ({ source: { path } }: Planned, spelling: string): Problem => ({
  severity: 'warning',
  path,
  line: 1,
  column: 1,
  code: 'subject-spelling',
  message: `"${spelling}" is another spelling of a name that was there before; it is kept as one more name of the same.`,
  remedy: 'Nothing to do: files keep their spelling. Use one spelling if it was not meant.',
})

const applyTogether = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<Problem[]> => {
  const run = lease?.run
  const urls = await newUrls(payload, planned)
  const targets = await linkTargets(payload, planned)
  const spellings = await inTransaction(payload, context, async (req) => {
    const found: Problem[] = []
    const batch = new ImportBatch(urls)
    const links = new Map(targets)
    Object.assign(req.context, batch.context)
    await lease?.assertHeld(req)
    for (const one of planned) {
      // SQLite answers without letting the event loop turn.
      await turn()
      const { brought } = await applyFile(req, one, { batch, links, run })
      if (run && brought.length > 0) await noteBrought(req, run, brought)
      found.push(
        ...brought.flatMap(({ alias }) => (alias === undefined ? [] : [spellingProblem(one, alias)])),
      )
    }
    await rowsOf(payload).createMany('files', batch.rows.files, req)
    await rowsOf(payload).createMany(linksCollection, batch.rows.links, req)
    return found
  })
  // An adapter may report a commit that failed as done; the last row tells.
  const last = planned.at(-1)
  if (!last) return spellings
  const digests = await ledgerOf(payload).digests([last.source.path])
  if (digests.get(last.source.path) !== last.source.digest)
    throw new Error('The database reported a commit that did not happen. Check its disk and try again.')
  return spellings
}

/**
 * Writes planned files in one transaction. Where one of them fails, all are rolled back and written one by one, so
 * that only the file at fault is rejected, with what the database or a validation said.
 */
export const applyBatch = async (
  payload: Payload,
  context: Record<string, unknown>,
  planned: readonly Planned[],
  lease: Lease | undefined,
): Promise<{ applied: Planned[]; problems: Problem[] }> => {
  if (planned.length === 0) return { applied: [], problems: [] }
  try {
    return { applied: [...planned], problems: await applyTogether(payload, context, planned, lease) }
  } catch (error) {
    if (planned.length > 1) {
      const applied: Planned[] = []
      const problems: Problem[] = []
      for (const one of planned) {
        const result = await applyBatch(payload, context, [one], lease)
        applied.push(...result.applied)
        problems.push(...result.problems)
      }
      return { applied, problems }
    }
    // Anything else is no fault of the file: the run stops and says so.
    if (!(error instanceof APIError || error instanceof MissingRelationError)) throw error
    const path = planned[0]?.source.path ?? '.'
    const remedy = 'Correct the file and import again.'
    return { applied: [], problems: [fileProblem(path, 'invalid-document', sentenceOf(error), remedy)] }
  }
}
