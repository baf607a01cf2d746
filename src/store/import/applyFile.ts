import type { PayloadRequest } from 'payload'

import { type LinkEntry, splitLinks } from '../../links/linkList.ts'
import { canonicalLinks, type Mapping, setDocumentValue, toData } from '../../mapping/index.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import { type DocumentId, documentsOf } from '../documents.ts'
import { ledgerOf } from '../ledger.ts'
import { type Brought, resolveRelation } from '../resolveRelations.ts'
import { saveDocument } from '../saveDocument.ts'
import { traitsOf } from '../traits.ts'
import { linkIds } from './linkIds.ts'
import type { Planned } from './planBatch.ts'
import type { SourceFile } from './types.ts'

/** A file names a related document that does not exist and may not be created. */
export class MissingRelationError extends Error {}

export type Applied = { document: DocumentId; brought: Brought[] }

const linkData = async (
  req: PayloadRequest,
  { mapping, record }: SourceFile,
): Promise<Record<string, unknown>> => {
  const { links } = mapping
  if (!links) return {}
  const wanted = canonicalLinks(record.links)
  const ids = await linkIds(
    req.payload,
    mapping,
    wanted.map(({ url }) => url),
    req,
  )
  const entries = wanted.map(({ url, values }): LinkEntry => {
    const id = ids.get(url)
    return id === undefined ? { url, values } : { id }
  })
  const { related, unresolved } = splitLinks(entries)
  return { [links.field]: related, [links.unresolved]: unresolved }
}

const dataOf = async (
  req: PayloadRequest,
  source: SourceFile,
): Promise<{ data: Record<string, unknown>; brought: Brought[] }> => {
  const { data, relations } = toData(source.mapping, source.record)
  const brought: Brought[] = []
  // A relation that the file no longer names is cleared.
  for (const { path, codec } of mappedFields(source.mapping))
    if (codec?.relation) setDocumentValue(data, path, null)
  for (const relation of relations) {
    const resolved = await resolveRelation(req, source.mapping, relation)
    if ('missing' in resolved) {
      throw new MissingRelationError(
        `There is no document "${resolved.missing}" in ${relation.options.collection}, which "${relation.field}" names.`,
      )
    }
    setDocumentValue(data, relation.field, resolved.id)
    brought.push(...resolved.brought)
  }
  return { data: { ...data, ...(await linkData(req, source)) }, brought }
}

// Only what the mapping covers is the file's to say; a status stays what it is unless the file binds it.
const statusFor = (req: PayloadRequest, mapping: Mapping, current: unknown): Record<string, unknown> => {
  const { hasDrafts, statusInFile } = traitsOf(req.payload, mapping)
  if (!hasDrafts || statusInFile) return {}
  return { _status: current ?? 'published' }
}

/** Writes one planned file: its document where the plan says so, and the ledger's base in any case. */
export const applyFile = async (
  req: PayloadRequest,
  planned: Planned,
  run: string | undefined,
): Promise<Applied> => {
  const { document, plan, row, source } = planned
  const { mapping } = source
  const { collection } = mapping
  const ledger = ledgerOf(req.payload, req)
  if (document && plan.action !== 'update') {
    await ledger.see(source, { collection, id: document.id }, row, run)
    return { document: document.id, brought: [] }
  }
  const { data, brought } = await dataOf(req, source)
  if (document) {
    const changes = { ...data, ...statusFor(req, mapping, document._status) }
    await saveDocument(req, collection, document, changes, traitsOf(req.payload, mapping))
    await ledger.see(source, { collection, id: document.id }, row, run)
    return { document: document.id, brought }
  }
  const created = await documentsOf(req.payload).create({
    collection,
    data: { ...data, ...statusFor(req, mapping, undefined) },
    req,
  })
  await ledger.see(source, { collection, id: created.id }, row, run)
  return { document: created.id, brought }
}
