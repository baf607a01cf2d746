import type { PayloadRequest } from 'payload'

import { type LinkEntry, splitLinks } from '../../links/linkList.ts'
import { canonicalLinks } from '../../mapping/links.ts'
import { documentValue, removeDocumentValue, setDocumentValue } from '../../mapping/documentValue.ts'
import { toData } from '../../mapping/document.ts'
import { type Addition, resolveRelation } from '../resolveRelations.ts'
import { linkIds } from './linkIds.ts'
import type { DocumentId } from '../../documents/documents.ts'
import type { SourceFile } from './types.ts'

/** A file names a related document that does not exist and may not be created. */
export class MissingRelationError extends Error {
  override readonly name = 'MissingRelationError'
}

const linkData = async (
  req: PayloadRequest,
  { mapping, record }: SourceFile,
  known: ReadonlyMap<string, DocumentId> | undefined,
): Promise<Record<string, unknown>> => {
  const { links } = mapping
  if (!links) return {}
  const wanted = canonicalLinks(record.links)
  const urls = wanted.map(({ url }) => url)
  const ids = known ?? (await linkIds(req.payload, mapping, urls, req))
  const entries = wanted.map(({ url, values }): LinkEntry => {
    const id = ids.get(url)
    return id === undefined ? { url, values } : { id }
  })
  const { related, unresolved } = splitLinks(entries)
  return { [links.field]: related, [links.unresolved]: unresolved }
}

export type DataOptions = {
  foreign?: readonly string[]
  later?: ReadonlySet<string>
  links?: ReadonlyMap<string, DocumentId>
}

/**
 * The data that a file sets in its document, for Payload: relations and links are ids, and related documents are created
 * if the mapping says so. `links` are the documents that its links may lead to, by URL; without it they are looked up.
 * Omits `foreign` fields, which the file of another locale sets, and leaves relations in the fields of `later` empty.
 * `additions` lists what was created to resolve relations. Throws a MissingRelationError if a related document is missing.
 */
export const dataOfFile = async (
  req: PayloadRequest,
  source: SourceFile,
  { foreign = [], later, links }: DataOptions = {},
): Promise<{ data: Record<string, unknown>; additions: Addition[] }> => {
  const { data, relations } = toData(source.mapping, source.record)
  for (const field of foreign) removeDocumentValue(data, field)
  const additions: Addition[] = []
  for (const relation of relations) {
    if (foreign.includes(relation.field) || later?.has(relation.field)) continue
    const resolved = await resolveRelation(req, relation)
    if ('missing' in resolved) {
      throw new MissingRelationError(
        `There is no document "${resolved.missing}" in ${relation.options.collection}, which "${relation.field}" names.`,
      )
    }
    const { field, options } = relation
    const known: unknown = documentValue(data, field)
    const ids: unknown[] = options.many && Array.isArray(known) ? known : []
    setDocumentValue(data, field, options.many ? [...ids, resolved.id] : resolved.id)
    additions.push(...resolved.additions)
  }
  const ownLinks = foreign.includes(source.mapping.links?.field ?? '')
    ? {}
    : await linkData(req, source, links)
  return { data: { ...data, ...ownLinks }, additions }
}
