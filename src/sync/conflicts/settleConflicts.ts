import type { Payload } from 'payload'

import { chunks } from '../../documents/pages.ts'
import { filesContext } from '../../documents/runContext.ts'
import type { Problem } from '../../problems/problems.ts'
import { applyBatch } from '../import/applyBatch.ts'
import { beingEdited, notItsFile } from '../import/conflictProblems.ts'
import { type Planned, planBatch } from '../import/planBatch.ts'
import type { ConflictChoice } from '../import/planFile.ts'
import { type ConflictFile, conflictFiles } from './conflictFiles.ts'
import type { OpenConflict } from './openConflicts.ts'

/** Number of files per transaction. A longer one would keep editors waiting. */
const batchSize = 25

const readAtOnce = 100

/** How often a file is planned if its document is saved in the meantime. */
const maxAttempts = 5

export type Settled = {
  /** The number of fields. */
  settled: number
  /** Why others were not settled. */
  problems: Problem[]
}

type Fields = ReadonlyMap<string, readonly string[]>

const keyOf = ({ source: { mapping, record } }: ConflictFile): string =>
  `${mapping.collection}|${[mapping.files].flat().join('|')}|${record.locale ?? ''}`

/** Files that an import could write together. */
const groupsOf = (files: readonly ConflictFile[]): ConflictFile[][] => {
  const groups = new Map<string, ConflictFile[]>()
  for (const file of files) groups.set(keyOf(file), [...(groups.get(keyOf(file)) ?? []), file])
  return [...groups.values()].flatMap((group) => [...chunks(group, batchSize)])
}

/** The plan, which leaves the conflicts of other fields open. */
const leavingOpen = (planned: Planned, open: readonly string[]): Planned =>
  planned.plan.action === 'create' ? planned : { ...planned, plan: { ...planned.plan, open: [...open] } }

const settleFiles = async (
  payload: Payload,
  files: readonly ConflictFile[],
  { fields, take }: { fields: Fields; take: ConflictChoice },
): Promise<Settled> => {
  const result: Settled = { settled: 0, problems: [] }
  const openOf = new Map(files.map(({ open, source }) => [source.path, open]))
  // The document may have got another URL since, and the file another document.
  const documentOf = new Map(
    files.flatMap(({ document, row, source }) => (row ? [] : [[source.path, document] as const])),
  )
  const isOwn = ({ document, source: { path } }: Planned): boolean =>
    !documentOf.has(path) || documentOf.get(path) === String(document?.id)
  let sources = files.map(({ source }) => source)
  for (let tries = 1; sources.length > 0 && tries <= maxAttempts; tries += 1) {
    const [first] = sources
    if (!first) break
    const { mapping, scope } = first
    const plans = await planBatch(payload, { choice: take, mapping, scope, settle: fields }, sources)
    const lost = plans.planned.filter((one) => !isOwn(one))
    const planned = plans.planned.filter(isOwn).map((one) => {
      const { path } = one.source
      const chosen = fields.get(path) ?? []
      return leavingOpen(
        one,
        (openOf.get(path) ?? []).filter((field) => !chosen.includes(field)),
      )
    })
    const { applied, outdated, problems } = await applyBatch(payload, planned, {
      context: filesContext(payload),
      lease: undefined,
    })
    result.problems.push(...plans.problems, ...problems, ...lost.map(({ source }) => notItsFile(source.path)))
    for (const { source } of applied) result.settled += fields.get(source.path)?.length ?? 0
    sources = outdated
  }
  result.problems.push(...sources.map(({ path }) => beingEdited(path)))
  return result
}

/**
 * Settles conflicts by giving the fields the file's value, or by leaving them the CMS's, like an import: a newer draft stays
 * on top, and a document that somebody saves at the same moment keeps that. Exports write the chosen value. Other conflicts of
 * the same files stay open.
 */
export const settleConflicts = async (
  payload: Payload,
  conflicts: readonly OpenConflict[],
  take: ConflictChoice,
): Promise<Settled> => {
  const result: Settled = { settled: 0, problems: [] }
  for (const scope of new Set(conflicts.map((conflict) => conflict.scope))) {
    const byPath = new Map<string, OpenConflict[]>()
    for (const conflict of conflicts.filter((one) => one.scope === scope))
      byPath.set(conflict.path, [...(byPath.get(conflict.path) ?? []), conflict])
    const fields = new Map([...byPath].map(([path, own]) => [path, own.map(({ field }) => field)]))
    for (const some of chunks([...byPath.values()], readAtOnce)) {
      for (const files of groupsOf(await conflictFiles(payload, scope, some.flat()))) {
        const { problems, settled } = await settleFiles(payload, files, { fields, take })
        result.settled += settled
        result.problems.push(...problems)
      }
    }
  }
  return result
}
