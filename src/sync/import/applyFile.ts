import type { PayloadRequest } from 'payload'

import { documentValue, setDocumentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { inLocale, localeOfRequest } from '../../documents/inLocale.ts'
import type { Brought } from '../resolveRelations.ts'
import { saveDocument } from '../../drafts/saveDocument.ts'
import { namingHooks } from '../hookErrors.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { dataOfFile } from './dataOfFile.ts'
import { relationsToWaitFor } from './laterRelations.ts'
import type { Planned } from './planBatch.ts'
import type { SourceFile } from './types.ts'

/**
 * What writing a file has made; `isSaved` says whether its document was written, or only compared. `later` are the fields whose
 * relations wait for the end of the import.
 */
export type Applied = {
  document: DocumentId
  brought: Brought[]
  isSaved: boolean
  later?: ReadonlySet<string>
}

// Only what the mapping covers is the file's to say; a status stays what it is unless the file binds it.
const statusFor = (req: PayloadRequest, mapping: Mapping, current: unknown): Record<string, unknown> => {
  const { hasDrafts, statusInFile } = capabilitiesOf(req.payload, mapping)
  if (!hasDrafts || statusInFile) return {}
  return { _status: current ?? 'published' }
}

// The file's own values come first.
const withGiven = (data: Record<string, unknown>, { scope }: SourceFile): Record<string, unknown> => {
  const complete = structuredClone(data)
  for (const [field, value] of Object.entries(scope.values))
    if (documentValue(data, field) === undefined) setDocumentValue(complete, field, value)
  return complete
}

/** Writes the document of a planned file where the plan says so. `links` are the documents that URLs lead to. */
export const applyFile = async (
  req: PayloadRequest,
  { document, foreign, hookValues, plan, source }: Planned,
  links: Map<string, DocumentId>,
): Promise<Applied> => {
  const { mapping } = source
  const { collection } = mapping
  if (document && plan.action !== 'update') return { document: document.id, brought: [], isSaved: false }
  const later = relationsToWaitFor(req.payload, mapping, source.record, document)
  const { data, brought } = await dataOfFile(req, source, { foreign, later, links })
  if (document) {
    // What a hook has filled in, and the file leaves alone, is not filled in anew.
    const read = inLocale(req.payload, collection, document, localeOfRequest(req))
    for (const field of Object.keys(hookValues)) setDocumentValue(data, field, documentValue(read, field))
    const changes = { ...data, ...statusFor(req, mapping, document._status) }
    await namingHooks(collection, () =>
      saveDocument(req, collection, document, changes, capabilitiesOf(req.payload, mapping)),
    )
    return { document: document.id, brought, isSaved: true }
  }
  const created = await namingHooks(collection, () =>
    documentsOf(req.payload).create({
      collection,
      data: { ...withGiven(data, source), ...statusFor(req, mapping, undefined) },
      req,
    }),
  )
  const url = source.record.fields[mapping.key]
  if (typeof url === 'string') links.set(url, created.id)
  return { document: created.id, brought, isSaved: true, later }
}
