import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import type { StoredDocument } from '../../documents/documents.ts'
import { recordOfText } from '../locales/fileSet.ts'
import { placeOfFile } from '../locales/placeOfFile.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { sharedProblems } from '../locales/sharedProblems.ts'
import type { FileRow } from '../records/fileRows.ts'
import { type HookValues, keptHookValues, withoutHookValues } from '../records/hookValues.ts'
import { type ConflictChoice, type Plan, planFile, type Sides } from './planFile.ts'
import { populate } from '../../documents/populate.ts'
import type { Scope } from '../scope.ts'
import { isInTrash } from '../capabilities.ts'
import { conflictProblems, fileProblem } from './conflictProblems.ts'
import { withoutWaiting } from './laterRelations.ts'
import { findTargets } from './findTargets.ts'
import type { SourceFile } from './types.ts'

/** A file and what will be done about it. */
export type Planned = {
  source: SourceFile
  row: FileRow | undefined
  document: StoredDocument | undefined
  plan: Exclude<Plan, { action: 'conflict' }>
  /** Fields that both sides have changed, if nobody has chosen a side. */
  conflicts: Problem[]
  /** What hooks have stored for fields that the file has left alone since. */
  hookValues: HookValues
  /** Fields that the file of another locale sets. */
  foreign: readonly string[]
  /** Whether the file adds a locale to an existing document. */
  isTranslation: boolean
  /** What file and document were before, to compare a newer draft with. */
  before: Pick<Sides, 'base' | 'exported'>
  choice: ConflictChoice | undefined
}

const gone = (
  source: SourceFile,
  row: FileRow | undefined,
  document: StoredDocument | undefined,
): Problem | undefined => {
  if (document && isInTrash(document)) {
    return fileProblem(
      source.path,
      'in-trash',
      'The article of this file is in the trash, and the file has changed.',
      'Restore the article, or delete it permanently together with the file, and import again.',
    )
  }
  if (!document && row?.document !== undefined) {
    return fileProblem(
      source.path,
      'conflict',
      'The article of this file was permanently deleted in the CMS, and the file has changed since.',
      'Remove the file, or rename it to import it as a new article.',
    )
  }
  return undefined
}

/**
 * Plans the files of one mapping together. `conflicts` is the number of files that are left alone because nothing shows which
 * side is newer; they are among the problems. `choice` settles conflicts of both kinds.
 */
export const planBatch = async (
  payload: Payload,
  { choice, mapping, scope }: { mapping: Mapping; scope: Scope; choice?: ConflictChoice | undefined },
  sources: readonly SourceFile[],
): Promise<{ planned: Planned[]; conflicts: number; problems: Problem[] }> => {
  const targets = await findTargets(payload, { mapping, scope }, sources)
  const documents = [...targets.values()].flatMap(({ document }) => document ?? [])
  const locale = sources[0]?.record.locale
  const complete = await populate(payload, mapping, documents, { locale })
  const records = new Map(
    documents.map((document, at) => [document.id, readDocument(mapping, complete[at] ?? {}, locale)]),
  )
  const shared = sharedFieldsOf(payload, mapping)
  const planned: Planned[] = []
  const problems: Problem[] = []
  let undecided = 0
  for (const source of sources) {
    await turn()
    const { document, others, row } = targets.get(source.path) ?? { others: [] }
    const problem = gone(source, row, document)
    if (problem) {
      problems.push(problem)
      continue
    }
    const stored = document && records.get(document.id)
    const text = row && recordOfText(mapping, row.path, row.text)
    const { base: own, hookValues: known } = row
      ? withoutWaiting(payload, mapping, row, text)
      : { base: undefined, hookValues: {} }
    const record = stored && withoutHookValues(mapping, stored, own, known)
    const exported = row && recordOfText(mapping, source.path, row.exported)
    const place = placeOfFile({ file: source.record, mapping, others, shared, stored: record })
    const { foreign } = place
    const isTranslation = !own && !exported && place.isTranslation
    const base = isTranslation ? place.base : own
    const sides = { file: source.record, document: record, base, exported, foreign }
    const plan = planFile(mapping, sides, { choice, open: row?.conflicts ?? [] })
    const differing = record ? sharedProblems(source, { document: record, foreign, others }) : []
    const fields = plan.action === 'conflict' ? plan.fields : plan.action === 'update' ? plan.conflicts : []
    const conflicts = record ? conflictProblems(source, record, fields) : []
    if (plan.action === 'conflict') {
      undecided += 1
      problems.push(...conflicts)
    } else if (differing.some(({ severity }) => severity === 'error')) problems.push(...differing)
    else {
      problems.push(...differing)
      const hookValues = keptHookValues(mapping, known, { before: own, now: source.record })
      const before = { base, exported }
      planned.push({
        source,
        row,
        document,
        plan,
        conflicts,
        hookValues,
        foreign,
        isTranslation,
        before,
        choice,
      })
    }
  }
  return { planned, conflicts: undecided, problems }
}
