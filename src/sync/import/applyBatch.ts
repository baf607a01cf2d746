import type { Payload } from 'payload'

import { bulkCreationOf } from '../../documents/bulkCreation.ts'
import { chunks } from '../../documents/pages.ts'
import { hasTransactions } from '../../documents/transaction.ts'
import { HookError } from '../hookErrors.ts'
import { type Applied, type ApplyOptions, applyTogether } from './applyTogether.ts'
import { MissingRelationError } from './dataOfFile.ts'
import { failedFile } from './failedFile.ts'
import type { Planned } from './planBatch.ts'

/** Number of documents per transaction that are saved one by one. A longer one would keep editors waiting. */
const savesAtOnce = 25

const joined = (parts: readonly Applied[]): Applied => ({
  applied: parts.flatMap(({ applied }) => applied),
  outdated: parts.flatMap(({ outdated }) => outdated),
  problems: parts.flatMap(({ problems }) => problems),
  waiting: new Map(parts.flatMap(({ waiting }) => [...waiting])),
})

const applyGroups = async (
  groups: readonly (readonly Planned[])[],
  apply: (group: readonly Planned[]) => Promise<Applied>,
): Promise<Applied> => {
  const parts: Applied[] = []
  for (const group of groups) if (group.length > 0) parts.push(await apply(group))
  return joined(parts)
}

const halves = (planned: readonly Planned[]): (readonly Planned[])[] => {
  const middle = Math.ceil(planned.length / 2)
  return [planned.slice(0, middle), planned.slice(middle)]
}

/**
 * Writes planned files, the new ones in one transaction and the others in short ones. If a file fails, its transaction is
 * rolled back and repeated in halves, so that only that file is rejected, with the message of the database, a validation
 * or a hook. Without transactions, files are written one by one. A document that somebody has saved since is not touched:
 * its file has to be planned again.
 */
export const applyBatch = async (
  payload: Payload,
  planned: readonly Planned[],
  options: ApplyOptions,
): Promise<Applied> => {
  const hasAny = await hasTransactions(payload)
  const apply = async (group: readonly Planned[]): Promise<Applied> => {
    const [first] = group
    if (!first) return joined([])
    try {
      return await applyTogether(payload, group, options)
    } catch (error) {
      if (group.length > 1) return applyGroups(halves(group), apply)
      // Anything else is not the file's fault: the run stops and reports it.
      const problem = failedFile(first.source, error)
      if (!problem) throw error
      if (error instanceof HookError)
        payload.logger.warn({ err: error.cause, msg: `${first.source.path}: ${error.message}` })
      const isMissing = error instanceof MissingRelationError
      return {
        ...joined([]),
        problems: isMissing ? [] : [problem],
        waiting: new Map(isMissing ? [[first.source.path, [problem]]] : []),
      }
    }
  }
  if (!hasAny)
    return applyGroups(
      planned.map((one) => [one]),
      apply,
    )
  const created = planned.filter(({ plan }) => plan.action === 'create')
  const others = planned.filter(({ plan }) => plan.action !== 'create')
  const collection = created[0]?.source.mapping.collection
  const isBulk = collection !== undefined && bulkCreationOf(payload, collection) !== undefined
  return applyGroups(
    [...(isBulk ? [created] : chunks(created, savesAtOnce)), ...chunks(others, savesAtOnce)],
    apply,
  )
}
