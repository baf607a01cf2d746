import type { PayloadRequest } from 'payload'

import { bindings } from '../mapping/bindings.ts'
import type { Mapping } from '../mapping/types.ts'
import type { RelationToResolve } from '../mapping/document.ts'
import { type DocumentId, documentsOf, isRecord, type StoredDocument } from '../documents/documents.ts'
import { namingHooks } from './hookErrors.ts'
import { importBatchOf } from '../documents/importBatch.ts'

/** What resolving a relation has added: documents, and spellings of existing ones. */
export type Addition = { collection: string; id: DocumentId; alias?: string }

export type ResolvedRelation = { id: DocumentId; additions: Addition[] } | { missing: string }

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((item) => typeof item === 'string')
    : typeof value === 'string'
      ? [value]
      : []

const isResolved = (value: unknown): value is ResolvedRelation =>
  isRecord(value) && ('id' in value || 'missing' in value)

const addAlias = async (
  req: PayloadRequest,
  { options, value }: RelationToResolve,
  found: StoredDocument,
): Promise<Addition[]> => {
  const { aliases, by, collection } = options
  const [spelling] = texts(value.related[by])
  if (!aliases || spelling === undefined || found[by] === spelling) return []
  const known = texts(found[aliases])
  if (known.includes(spelling)) return []
  const data = { [aliases]: [...known, spelling] }
  await namingHooks(collection, () =>
    documentsOf(req.payload).update({ collection, id: found.id, data, req }),
  )
  return [{ collection, id: found.id, alias: spelling }]
}

/**
 * Finds the document that a value in a file refers to: by every single text of the value (a slug from the path counts
 * more than a spelling), then by other spellings. Creates it if the mapping says so.
 */
export const resolveRelation = async (
  req: PayloadRequest,
  relation: RelationToResolve,
): Promise<ResolvedRelation> => {
  const batch = importBatchOf(req)
  if (!batch) return resolve(req, relation)
  const { options, value } = relation
  const question = `relation ${JSON.stringify([options.collection, value])}`
  const made: Addition[] = []
  const resolved = await batch.once(
    question,
    async () => {
      const first = await resolve(req, relation)
      if ('additions' in first) made.push(...first.additions)
      return first
    },
    isResolved,
  )
  // What the first file of the batch has created is not created again.
  return 'missing' in resolved ? resolved : { id: resolved.id, additions: made }
}

const resolve = async (req: PayloadRequest, relation: RelationToResolve): Promise<ResolvedRelation> => {
  const documents = documentsOf(req.payload)
  const { aliases, by, collection, create } = relation.options
  const names = Object.entries(relation.value.related).flatMap(([name, text]) =>
    typeof text === 'string' && text !== '' ? [{ name, text }] : [],
  )
  // The path decides: two spellings in one folder are the same subject.
  const ordered = [...names.filter(({ name }) => name !== by), ...names.filter(({ name }) => name === by)]
  const decisive = ordered[0]
  if (!decisive) return { missing: '' }
  const [found] = await documents.find({
    collection,
    limit: 1,
    req,
    where: { [decisive.name]: { equals: decisive.text } },
  })
  if (found) return { id: found.id, additions: await addAlias(req, relation, found) }
  if (decisive.name === by && aliases) {
    const [alias] = await documents.find({
      collection,
      limit: 1,
      req,
      where: { [aliases]: { in: [decisive.text] } },
    })
    if (alias) return { id: alias.id, additions: [] }
  }
  if (!create) return { missing: decisive.text }
  const data = Object.fromEntries(ordered.map(({ name, text }) => [name, text]))
  const created = await namingHooks(collection, () =>
    documents.create({ collection, data: { ...data, [by]: data[by] ?? decisive.text }, req }),
  )
  return { id: created.id, additions: [{ collection, id: created.id }] }
}

/** Line of the key that shows a field, for problems. */
export const keyOf = (mapping: Mapping, field: string): string[] =>
  bindings(mapping).byField.get(field)?.key ?? []
