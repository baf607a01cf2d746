import type { PayloadRequest } from 'payload'

import { documentValue, setDocumentValue } from '../../mapping/documentValue.ts'
import type { Problem } from '../../problems/problems.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import type { Addition } from '../resolveRelations.ts'
import { namingHooks } from '../hookErrors.ts'
import { capabilitiesOf } from '../capabilities.ts'
import type { CreatedTogether, Stored } from './createTogether.ts'
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
  /** What is stored, of a document that is created together with others. */
  stored?: Stored
  additions: Addition[]
  isSaved: boolean
  later?: ReadonlySet<string>
  problems: Problem[]
}

// The file's own values come first.
const withGiven = (data: Record<string, unknown>, { scope }: SourceFile): Record<string, unknown> => {
  if (Object.keys(scope.values).length === 0) return data
  const complete = structuredClone(data)
  for (const [field, value] of Object.entries(scope.values))
    if (documentValue(data, field) === undefined) setDocumentValue(complete, field, value)
  return complete
}

/**
 * Writes the document of a planned file where the plan says so. `links` are the documents that URLs lead to; `together`
 * takes new documents that are inserted with others.
 */
export const applyFile = async (
  req: PayloadRequest,
  planned: Planned,
  links: Map<string, DocumentId>,
  together?: CreatedTogether,
): Promise<Applied> => {
  const { document, foreign, plan, restores, row, source } = planned
  const { mapping } = source
  const { collection } = mapping
  if (document && plan.action === 'update' && (plan.fields.length > 0 || restores)) {
    const updated = await updateDocument(req, planned, { document, update: plan }, links)
    return { document: document.id, isSaved: true, ...updated }
  }
  // A document that was deleted for good leaves its row, and is not created again.
  const known = document?.id ?? (plan.action === 'adopt' ? row?.document : undefined)
  if (known !== undefined) return { document: known, additions: [], isSaved: false, problems: [] }
  const later = relationsToWaitFor(req.payload, mapping, source.record, document)
  const { data, additions } = await dataOfFile(req, source, { foreign, later, links })
  const { hasDrafts, statusInFile } = capabilitiesOf(req.payload, mapping)
  const complete = {
    ...withGiven(data, source),
    ...(hasDrafts && !statusInFile ? { _status: 'published' } : {}),
  }
  const id = together?.idFor(planned)
  if (together && id !== undefined) {
    const { isChanged, values } = await together.add(id, complete)
    // Relations that wait are not stored, although the file has them.
    const stored = { isChanged: isChanged || later.size > 0, values }
    return { document: id, additions, isSaved: true, later, problems: [], stored }
  }
  const created = await namingHooks(collection, () =>
    documentsOf(req.payload).create({ collection, data: complete, req }),
  )
  const url = source.record.fields[mapping.key]
  if (typeof url === 'string') links.set(url, created.id)
  return { document: created.id, additions, isSaved: true, later, problems: [] }
}
