import type { PayloadRequest } from 'payload'

import { documentValue, setDocumentValue } from '../../mapping/documentValue.ts'
import type { Problem } from '../../problems/problems.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import type { Addition } from '../resolveRelations.ts'
import { namingHooks } from '../hookErrors.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { dataOfFile } from './dataOfFile.ts'
import { relationsToWaitFor } from './laterRelations.ts'
import type { Planned } from './planBatch.ts'
import type { SourceFile } from './types.ts'
import { updateDocument } from './updateDocument.ts'

/**
 * What writing a file has made; `isSaved` says whether its document was written, or only compared. `later` are the fields whose
 * relations wait for the end of the import.
 */
export type Applied = {
  document: DocumentId
  additions: Addition[]
  isSaved: boolean
  later?: ReadonlySet<string>
  problems: Problem[]
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
  planned: Planned,
  links: Map<string, DocumentId>,
): Promise<Applied> => {
  const { document, foreign, plan, source } = planned
  const { mapping } = source
  const { collection } = mapping
  if (document && plan.action === 'update' && plan.fields.length > 0) {
    const updated = await updateDocument(req, planned, { document, update: plan }, links)
    return { document: document.id, isSaved: true, ...updated }
  }
  if (document) return { document: document.id, additions: [], isSaved: false, problems: [] }
  const later = relationsToWaitFor(req.payload, mapping, source.record, document)
  const { data, additions } = await dataOfFile(req, source, { foreign, later, links })
  const { hasDrafts, statusInFile } = capabilitiesOf(req.payload, mapping)
  const created = await namingHooks(collection, () =>
    documentsOf(req.payload).create({
      collection,
      data: { ...withGiven(data, source), ...(hasDrafts && !statusInFile ? { _status: 'published' } : {}) },
      req,
    }),
  )
  const url = source.record.fields[mapping.key]
  if (typeof url === 'string') links.set(url, created.id)
  return { document: created.id, additions, isSaved: true, later, problems: [] }
}
