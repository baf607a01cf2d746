import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../../documents/documents.ts'
import type { ImportBatch } from '../../documents/importBatch.ts'
import { rowsOf } from '../../documents/rows.ts'
import { changeRowsOf } from '../changes/changeRows.ts'
import type { Problem } from '../../problems/problems.ts'
import type { MappedRecord } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { differences } from '../../mapping/records.ts'
import { sameValue } from '../../mapping/values.ts'
import { text } from '../../mapping/codecs/index.ts'
import { bindings } from '../../mapping/bindings.ts'
import { populate } from '../../documents/populate.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { withFieldsOf } from '../locales/sharedFields.ts'
import { type HookValues, hookValuesOf } from '../records/hookValues.ts'
import type { Stored } from './createTogether.ts'
import { capabilitiesOf, hasFile } from '../capabilities.ts'
import { hookProblems } from './conflictProblems.ts'
import type { Planned } from './planBatch.ts'

/** A file whose document was written, or only compared. */
export type Saved = {
  planned: Planned
  document: DocumentId
  isSaved: boolean
  /** What is stored, if it is known. */
  stored?: Stored
  /** Fields whose relations wait for the end of the import. */
  later?: ReadonlySet<string>
}

/** What the database holds now of documents of one mapping, in the terms of their files. */
const storedRecords = async (
  req: PayloadRequest,
  saved: readonly Saved[],
): Promise<Map<DocumentId, MappedRecord>> => {
  const mapping = saved[0]?.planned.source.mapping
  if (!mapping) return new Map()
  const unknown = saved.filter(({ stored }) => !stored).map(({ document }) => document)
  const where = { id: { in: unknown } }
  const found =
    unknown.length === 0 ? [] : await rowsOf(req.payload).find({ collection: mapping.collection, req, where })
  const known = saved.flatMap(({ document, stored }) =>
    stored?.isChanged ? [{ ...stored.values, id: document }] : [],
  )
  const rows = [...found, ...known]
  const locale = saved[0]?.planned.source.record.locale
  const complete = await populate(req.payload, mapping, rows, { locale, req })
  return new Map(rows.map(({ id }, at) => [id, readDocument(mapping, complete[at] ?? {}, locale)]))
}

/** Values that hooks stored instead of the file's. If the document keeps its own value, a hook's value is an edit of it. */
const changedByHooks = ({ plan, source: { mapping, record } }: Planned, stored: MappedRecord): HookValues => {
  const wanted = plan.action === 'update' ? plan.record : record
  const own = differences(mapping, wanted, record)
  return Object.fromEntries(
    Object.entries(hookValuesOf(mapping, wanted, stored)).filter(([field]) => !own.includes(field)),
  )
}

/** The fields whose values hooks have changed just now: not those where a hook's value stood before. */
const newlyChanged = ({ hookValues, source }: Planned, found: HookValues): string[] =>
  Object.keys(found).filter((field) => {
    const codec = bindings(source.mapping).byField.get(field)?.codec ?? text
    return (
      !(field in hookValues) || !sameValue(codec, hookValues[field] ?? undefined, found[field] ?? undefined)
    )
  })

/** Whether the next export does not leave a file as it was read: its document keeps values of its own, or has no file. */
const isChangedByExport = ({ payload }: PayloadRequest, { document, plan, source }: Planned): boolean => {
  if (plan.action === 'create') return false
  return (
    plan.isMerge || (document !== undefined && !hasFile(capabilitiesOf(payload, source.mapping), document))
  )
}

/** Has the articles of such files compared for the list of changes. */
const noteForExport = (req: PayloadRequest, saved: readonly Saved[]): Promise<void> =>
  changeRowsOf(req.payload, req).add(
    saved
      .filter(({ planned }) => isChangedByExport(req, planned))
      .map(({ document, planned: { source } }) => ({
        collection: source.mapping.collection,
        document: String(document),
        kind: 'unchecked',
      })),
  )

/**
 * Records files whose documents are up to date: their texts are the new base. Values that hooks of the app have stored
 * instead of the file's are recorded as well, so that they do not count as edits, and are reported as warnings.
 */
export const recordSaved = async (
  req: PayloadRequest,
  saved: readonly Saved[],
  given: { batch: ImportBatch; run: string | undefined },
): Promise<Problem[]> => {
  const fileRecords = fileRecordsOf(req.payload, req, saved[0]?.planned.source.scope.name)
  const stored = await storedRecords(
    req,
    saved.filter(({ isSaved }) => isSaved),
  )
  const problems: Problem[] = []
  for (const { document, later, planned } of saved) {
    const { foreign, plan, row, source } = planned
    const { collection } = source.mapping
    const found = stored.get(document)
    const record = found && withFieldsOf(source.mapping, found, source.record, foreign)
    const hookValues = record ? changedByHooks(planned, record) : planned.hookValues
    const conflicts = plan.action === 'create' ? [] : plan.open
    // Reverting a run deletes the documents that it has created, and no others.
    const made = plan.action === 'create' ? given : { batch: given.batch }
    const isWaiting = later !== undefined && later.size > 0
    await fileRecords.recordImport(source, { collection, id: document }, row, {
      ...made,
      conflicts,
      hookValues,
      isWaiting,
    })
    if (!record) continue
    const changed = newlyChanged(planned, hookValues).filter((field) => !later?.has(field))
    problems.push(...hookProblems(source, record, changed))
  }
  await noteForExport(req, saved)
  return problems
}
