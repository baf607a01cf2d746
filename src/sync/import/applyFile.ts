import type { PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/index.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import type { ImportBatch } from '../../documents/importBatch.ts'
import { ledgerOf } from '../records/fileRecords.ts'
import type { Brought } from '../resolveRelations.ts'
import { saveDocument } from '../../drafts/saveDocument.ts'
import { traitsOf } from '../traits.ts'
import { dataOfFile } from './dataOfFile.ts'
import type { Planned } from './planBatch.ts'

export type Applied = { document: DocumentId; brought: Brought[] }

// Only what the mapping covers is the file's to say; a status stays what it is unless the file binds it.
const statusFor = (req: PayloadRequest, mapping: Mapping, current: unknown): Record<string, unknown> => {
  const { hasDrafts, statusInFile } = traitsOf(req.payload, mapping)
  if (!hasDrafts || statusInFile) return {}
  return { _status: current ?? 'published' }
}

/** What the files of a batch share: the documents that their links lead to, by url, and the run. */
export type Together = { batch: ImportBatch; links: Map<string, DocumentId>; run: string | undefined }

/** Writes one planned file: its document where the plan says so, and the ledger's base in any case. */
export const applyFile = async (
  req: PayloadRequest,
  planned: Planned,
  { batch, links, run }: Together,
): Promise<Applied> => {
  const { document, plan, row, source } = planned
  const { mapping } = source
  const { collection } = mapping
  const ledger = ledgerOf(req.payload, req)
  if (document && plan.action !== 'update') {
    await ledger.see(source, { collection, id: document.id }, row, { batch, run })
    return { document: document.id, brought: [] }
  }
  const { data, brought } = await dataOfFile(req, source, links)
  if (document) {
    const changes = { ...data, ...statusFor(req, mapping, document._status) }
    await saveDocument(req, collection, document, changes, traitsOf(req.payload, mapping))
    await ledger.see(source, { collection, id: document.id }, row, { batch, run })
    return { document: document.id, brought }
  }
  const created = await documentsOf(req.payload).create({
    collection,
    data: { ...data, ...statusFor(req, mapping, undefined) },
    req,
  })
  const url = source.record.fields[mapping.key]
  if (typeof url === 'string') links.set(url, created.id)
  await ledger.see(source, { collection, id: created.id }, row, { batch, run })
  return { document: created.id, brought }
}
