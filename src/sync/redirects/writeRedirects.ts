import { isDeepStrictEqual } from 'node:util'

import type { Payload } from 'payload'

import { runContext } from '../../documents/runContext.ts'
import { inTransaction } from '../../documents/transaction.ts'
import type { Problem } from '../../problems/problems.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import { failedDocument } from '../import/failedFile.ts'
import type { PlannedRedirect } from './planRedirects.ts'

type Batch = { batch: readonly PlannedRedirect[]; dryRun: boolean; file: string }

type Written = { created: number; updated: number; unchanged: number; problems: Problem[] }

const writeTogether = (payload: Payload, { batch, dryRun }: Batch): Promise<Written> =>
  inTransaction(payload, runContext(payload), async (req) => {
    const written: Written = { created: 0, updated: 0, unchanged: 0, problems: [] }
    const redirects = redirectsOf(payload, req)
    const found = await redirects.from(batch.map(({ from }) => from))
    const known = new Map(found.map((redirect) => [redirect.from, redirect]))
    for (const { from, to } of batch) {
      const before = known.get(from)
      const isSame = before !== undefined && isDeepStrictEqual(before.to, to)
      written[isSame ? 'unchanged' : before ? 'updated' : 'created'] += 1
      if (dryRun || isSame) continue
      if (before) await redirects.remove(before.id)
      if ('address' in to) await redirects.createTo(from, to.address)
      else await redirects.create(from, to.collection, to.id)
    }
    return written
  })

/**
 * Writes planned redirects in one transaction. If one of them is refused, all are rolled back and written one by one, so that
 * only that one is reported, with the message of the validation or hook.
 */
export const writeRedirects = async (payload: Payload, given: Batch): Promise<Written> => {
  try {
    return await writeTogether(payload, given)
  } catch (error) {
    const [first, ...others] = given.batch
    if (first && others.length === 0) {
      const problem = failedDocument(given.file, error, 'Correct the redirect, and import the list again.')
      if (!problem) throw error
      const { column, line } = first
      return { created: 0, updated: 0, unchanged: 0, problems: [{ ...problem, line, column }] }
    }
    const all: Written = { created: 0, updated: 0, unchanged: 0, problems: [] }
    for (const one of given.batch) {
      const written = await writeRedirects(payload, { ...given, batch: [one] })
      all.created += written.created
      all.updated += written.updated
      all.unchanged += written.unchanged
      all.problems.push(...written.problems)
    }
    return all
  }
}
