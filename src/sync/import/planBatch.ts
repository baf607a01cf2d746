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
import { type Plan, planFile } from './planFile.ts'
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
  /** What hooks have stored for fields that the file has left alone since. */
  hookValues: HookValues
  /** Fields that the file of another locale sets. */
  foreign: readonly string[]
  /** Whether the file adds a locale to an existing document. */
  isTranslation: boolean
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

/** Plans the files of one mapping together. Conflicts become problems; all other files are returned with their plans. */
export const planBatch = async (
  payload: Payload,
  { mapping, scope }: { mapping: Mapping; scope: Scope },
  sources: readonly SourceFile[],
): Promise<{ planned: Planned[]; problems: Problem[] }> => {
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
    const plan = planFile(mapping, { file: source.record, document: record, base, exported, foreign })
    const differing = record ? sharedProblems(source, { document: record, foreign, others }) : []
    if (plan.action === 'conflict')
      problems.push(...(record ? conflictProblems(source, record, plan.fields) : []))
    else if (differing.some(({ severity }) => severity === 'error')) problems.push(...differing)
    else {
      problems.push(...differing)
      const sides = { before: own, now: source.record }
      const hookValues = keptHookValues(mapping, known, sides)
      planned.push({ source, row, document, plan, hookValues, foreign, isTranslation })
    }
  }
  return { planned, problems }
}
