import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { placeFields } from '../../mapping/likeness.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { recordOfText } from '../locales/fileSet.ts'
import { placeOfFile } from '../locales/placeOfFile.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { sharedProblems } from '../locales/sharedProblems.ts'
import type { FileRow } from '../records/fileRows.ts'
import { type HookValues, keptHookValues, withoutHookValues } from '../records/hookValues.ts'
import { type ConflictChoice, draftSides, type Plan, planFile, type Sides } from './planFile.ts'
import { populate } from '../../documents/populate.ts'
import type { Scope } from '../scope.ts'
import { conflictProblems } from './conflictProblems.ts'
import { withoutWaiting } from './laterRelations.ts'
import { findTargets } from './findTargets.ts'
import type { MovedFiles } from './moves/findMoves.ts'
import { planOf, settleAbsence } from './settleAbsence.ts'
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
  /** The file that a newer draft is merged with, and what file and document were before. */
  onDraft: Pick<Sides, 'base' | 'exported' | 'file'>
  choice: ConflictChoice | undefined
  /** Whether the document returns from the trash. */
  restores: boolean
  /** The former path of a file that has moved. */
  movedFrom: string | undefined
}

/**
 * A file that is left alone because nothing shows which side is newer, with its document and the fields in which they differ;
 * without a document if that was deleted or belongs to another file.
 */
export type Undecided = { source: SourceFile; document?: DocumentId; fields: readonly string[] }

export type PlanOptions = {
  mapping: Mapping
  scope: Scope
  /** Settles conflicts. */
  choice?: ConflictChoice | undefined
  /** The open conflicts that the choice settles, by path. Default: all. */
  settle?: ReadonlyMap<string, readonly string[]> | undefined
  /** Files that have moved within the folder. Default: none. */
  moved?: MovedFiles | undefined
}

/**
 * Plans the files of one mapping together. `conflicts` are files that are left alone because nothing shows which side is
 * newer, or because their documents were deleted; they are among the problems. `choice` settles all conflicts.
 */
export const planBatch = async (
  payload: Payload,
  { choice, mapping, moved, scope, settle }: PlanOptions,
  sources: readonly SourceFile[],
): Promise<{ planned: Planned[]; conflicts: Undecided[]; problems: Problem[] }> => {
  const targets = await findTargets(payload, { mapping, moved, scope }, sources)
  const documents = [...targets.values()].flatMap(({ document }) => document ?? [])
  const rows = [...targets.values()].flatMap(({ others, row }) => [...others, ...(row ? [row] : [])])
  await lookUpImages(mapping, { files: rows.flatMap(({ exported, text }) => [exported, text]), documents })
  const locale = sources[0]?.record.locale
  const complete = await populate(payload, mapping, documents, { locale })
  const records = new Map(
    documents.map((document, at) => [document.id, readDocument(mapping, complete[at] ?? {}, locale)]),
  )
  const shared = sharedFieldsOf(payload, mapping)
  const planned: Planned[] = []
  const problems: Problem[] = []
  const undecided: Undecided[] = []
  for (const source of sources) {
    await turn()
    const target = targets.get(source.path) ?? { document: undefined, others: [], row: undefined }
    const { document, movedFrom, others, row: known } = target
    const open = settle?.get(source.path) ?? known?.conflicts ?? []
    const row = known && { ...known, conflicts: [...open] }
    const absence = settleAbsence(source, target, choice)
    if ('problem' in absence) {
      undecided.push({ source, fields: [] })
      problems.push(absence.problem)
      continue
    }
    const stored = document && records.get(document.id)
    const text = row && recordOfText(mapping, row.path, row.text)
    const { base: own, hookValues: byHooks } = row
      ? withoutWaiting(payload, mapping, row, text)
      : { base: undefined, hookValues: {} }
    const record = stored && withoutHookValues(mapping, stored, own, byHooks)
    const exported = row && recordOfText(mapping, movedFrom ?? source.path, row.exported)
    const relation = placeOfFile({ file: source.record, mapping, others, shared, stored: record })
    const { foreign } = relation
    const isTranslation = !own && !exported && relation.isTranslation
    const base = isTranslation ? relation.base : own
    const sides = { file: source.record, document: record, base, exported, foreign }
    const chosen = settle?.get(source.path)
    const plan = planOf(absence, record, planFile(mapping, sides, { choice, chosen, open }))
    // All languages of a document move together, whichever file is planned first.
    const place = movedFrom === undefined ? undefined : placeFields(mapping)
    const compared = foreign.filter((field) => !place?.has(field))
    const differing = record ? sharedProblems(source, { document: record, foreign: compared, others }) : []
    const fields = plan.action === 'conflict' ? plan.fields : plan.action === 'update' ? plan.conflicts : []
    const conflicts = record ? conflictProblems(source, record, fields) : []
    if (plan.action === 'conflict') {
      undecided.push({ source, fields, ...(document ? { document: document.id } : {}) })
      problems.push(...conflicts)
    } else if (differing.some(({ severity }) => severity === 'error')) problems.push(...differing)
    else {
      problems.push(...differing)
      const hookValues = keptHookValues(mapping, byHooks, { before: own, now: source.record })
      planned.push({
        source,
        row,
        document,
        plan,
        conflicts,
        hookValues,
        foreign,
        isTranslation,
        onDraft: draftSides(sides, plan),
        choice,
        restores: absence.does === 'restore',
        movedFrom,
      })
    }
  }
  return { planned, conflicts: undecided, problems }
}
