import type { PayloadRequest } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { bindings } from '../../mapping/bindings.ts'
import { readDocument } from '../../mapping/document.ts'
import { documentValue, setDocumentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { inLocale, localeOfRequest } from '../../documents/inLocale.ts'
import { populate } from '../../documents/populate.ts'
import { saveDocument } from '../../drafts/saveDocument.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { namingHooks } from '../hookErrors.ts'
import { withoutHookValues } from '../records/hookValues.ts'
import type { Addition } from '../resolveRelations.ts'
import { conflictProblems } from './conflictProblems.ts'
import { dataOfFile } from './dataOfFile.ts'
import type { Planned } from './planBatch.ts'
import { planFile, type Update } from './planFile.ts'

type Values = Record<string, unknown>

/** Some fields of a document's data, by dotted path, with the fields that are derived from others and unresolved links. */
export const pickFields = (mapping: Mapping, data: Values, fields: readonly string[]): Values => {
  const { links } = mapping
  const picked: Values = {}
  const derived = bindings(mapping).templates.flatMap(({ field }) => field ?? [])
  const unresolved = links && fields.includes(links.field) ? [links.unresolved] : []
  for (const field of [...fields, ...derived, ...unresolved]) {
    const value = documentValue(data, field)
    if (value !== undefined) setDocumentValue(picked, field, value)
  }
  return picked
}

type Links = ReadonlyMap<string, DocumentId>

/** The data of an update. A document with changes of its own gets only the fields that change. */
const dataOfUpdate = async (
  req: PayloadRequest,
  { document, foreign, hookValues, source }: Planned,
  { fields, isMerge, record }: Update,
  links: Links,
): Promise<{ data: Values; additions: Addition[] }> => {
  const { data, additions } = await dataOfFile(req, { ...source, record }, { foreign, links })
  if (isMerge) return { data: pickFields(source.mapping, data, fields), additions }
  // What a hook has filled in, and the file leaves alone, is not filled in anew.
  const { collection } = source.mapping
  const stored = document && inLocale(req.payload, collection, document, localeOfRequest(req))
  for (const field of Object.keys(hookValues)) setDocumentValue(data, field, documentValue(stored, field))
  return { data, additions }
}

/** The changes of a file to a newer draft, which keeps its own changes. */
const mergeDraft = async (
  req: PayloadRequest,
  { choice, foreign, onDraft, row, source }: Planned,
  { draft, update }: { draft: Values; update: Update },
): Promise<{ data: Values; problems: Problem[] }> => {
  const { mapping, record } = source
  const { locale } = record
  const [complete] = await populate(req.payload, mapping, [draft], { locale, req })
  const stored = readDocument(mapping, complete ?? {}, locale)
  const document = withoutHookValues(mapping, stored, onDraft.base, row?.hookValues ?? {})
  const plan = planFile(mapping, { ...onDraft, document, foreign }, { choice, open: row?.conflicts ?? [] })
  if (plan.action !== 'update') return { data: {}, problems: [] }
  const { data } = await dataOfFile(req, { ...source, record: plan.record }, { foreign })
  // The draft has the conflicts of what is published too, which are reported once.
  const own = plan.conflicts.filter((field) => !update.conflicts.includes(field))
  return {
    data: pickFields(mapping, data, plan.fields),
    problems: conflictProblems(source, document, own, 'draft'),
  }
}

/**
 * Writes what a file has changed to the published state of its document, or to an unpublished one, and to a newer draft.
 * Returns the conflicts of the draft alone as problems.
 */
export const updateDocument = async (
  req: PayloadRequest,
  planned: Planned,
  { document, update }: { document: StoredDocument; update: Update },
  links: Links,
): Promise<{ additions: Addition[]; problems: Problem[] }> => {
  const { mapping } = planned.source
  const { hasDrafts, statusInFile } = capabilitiesOf(req.payload, mapping)
  const { data, additions } = await dataOfUpdate(req, planned, update, links)
  // Only what the mapping covers is the file's to say; a status stays what it is unless the file binds it.
  const status = hasDrafts && !statusInFile ? { _status: document._status ?? 'published' } : {}
  const restored = planned.restores ? { deletedAt: null } : {}
  const problems: Problem[] = []
  const onDraft = async (draft: Values): Promise<Values> => {
    const merged = await mergeDraft(req, planned, { draft, update })
    problems.push(...merged.problems)
    return { ...merged.data, ...restored }
  }
  await namingHooks(mapping.collection, () =>
    saveDocument(
      req,
      mapping.collection,
      document,
      { ...data, ...status, ...restored },
      { hasDrafts, onDraft },
    ),
  )
  return { additions, problems }
}
