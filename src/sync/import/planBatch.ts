import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { parseFrontMatter } from '../../frontMatter/parse.ts'
import type { Problem } from '../../problems/problems.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { StoredDocument } from '../../documents/documents.ts'
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
}

const recordOfText = (mapping: Mapping, path: string, text: string | undefined): MappedRecord | undefined => {
  if (text === undefined) return undefined
  const parsed = parseFrontMatter(text)
  return parsed.ok ? readFile(mapping, path, parsed.frontMatter).record : undefined
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
  const complete = await populate(payload, mapping, documents)
  const records = new Map(
    documents.map((document, at) => [document.id, readDocument(mapping, complete[at] ?? {})]),
  )
  const planned: Planned[] = []
  const problems: Problem[] = []
  for (const source of sources) {
    await turn()
    const { document, row } = targets.get(source.path) ?? { document: undefined, row: undefined }
    const problem = gone(source, row, document)
    if (problem) {
      problems.push(problem)
      continue
    }
    const stored = document && records.get(document.id)
    const text = row && recordOfText(mapping, row.path, row.text)
    const { base, hookValues: known } = row
      ? withoutWaiting(payload, mapping, row, text)
      : { base: text, hookValues: {} }
    const record = stored && withoutHookValues(mapping, stored, base, known)
    const plan = planFile(mapping, {
      file: source.record,
      document: record,
      base,
      exported: row && recordOfText(mapping, source.path, row.exported),
    })
    if (plan.action === 'conflict')
      problems.push(...(record ? conflictProblems(source, record, plan.fields) : []))
    else {
      const sides = { before: base, now: source.record }
      const hookValues = keptHookValues(mapping, known, sides)
      planned.push({ source, row, document, plan, hookValues })
    }
  }
  return { planned, problems }
}
