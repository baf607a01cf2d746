import type { Payload, PayloadRequest } from 'payload'

import { documentValue, setDocumentValue } from '../mapping/documentValue.ts'
import type { Mapping } from '../mapping/types.ts'
import { mappedFields } from '../mapping/mappedFields.ts'
import { relatedName } from '../mapping/gaps.ts'
import { type DocumentId, idOf, isRecord, type StoredDocument } from './documents.ts'
import { inLocale, localeFor } from './inLocale.ts'
import { rowsOf } from './rows.ts'

type Rows = Map<DocumentId, StoredDocument>

type Chosen = { [name: string]: true | Chosen }

/**
 * Selects fields by their dotted paths. Whole documents include their texts; a link block shows only a fraction of its
 * target.
 */
export const fieldsAt = (paths: readonly string[]): Chosen => {
  const chosen: Chosen = {}
  for (const path of paths) {
    const [first = '', ...others] = path.split('.')
    const known = chosen[first]
    if (others.length === 0) chosen[first] = true
    else if (known !== true) chosen[first] = { ...known, ...fieldsAt([others.join('.')]) }
  }
  return chosen
}

/** `locale`: the locale to read, by default the first of the mapping. `req`: the request whose transaction is used. */
export type PopulateOptions = { locale?: string | undefined; req?: PayloadRequest | undefined }

const fetchRows = async (
  payload: Payload,
  { locale, req }: PopulateOptions,
  collection: string,
  ids: Iterable<DocumentId>,
  select?: Chosen,
): Promise<Rows> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await rowsOf(payload).find({
    collection,
    sort: 'id',
    where: { id: { in: wanted } },
    ...(select ? { select } : {}),
    ...(req ? { req } : {}),
  })
  return new Map(rows.map((row) => [row.id, inLocale(payload, collection, row, locale)]))
}

const idsAt = (rows: readonly Record<string, unknown>[], field: string): DocumentId[] =>
  rows.flatMap((row) => {
    const value = documentValue(row, field)
    return (Array.isArray(value) ? value : [value]).flatMap((item) => idOf(item) ?? [])
  })

const withRelations = (
  row: Record<string, unknown>,
  relations: Map<string, Rows>,
): Record<string, unknown> => {
  const copy = { ...row }
  for (const [field, related] of relations) {
    const found = idsAt([row], field).flatMap((id) => related.get(id) ?? [])
    const isList = Array.isArray(documentValue(row, field))
    setInCopy(copy, field, isList ? found : (found[0] ?? null))
  }
  return copy
}

// Copies only what contains the field: copying whole documents with their texts takes longer than reading them.
const setInCopy = (copy: Record<string, unknown>, field: string, value: unknown): void => {
  const groups = field.split('.').slice(0, -1)
  let group = copy
  for (const name of groups) {
    const own = group[name]
    const copied = isRecord(own) ? { ...own } : {}
    group[name] = copied
    group = copied
  }
  setDocumentValue(copy, field, value)
}

/** The fields of a linked document that a link block shows; for a field of a related document, the relationship. */
export const shownOf = (mapping: Mapping): string[] =>
  Object.values(mapping.links?.block ?? {}).map((path) =>
    relatedName(mapping, path) ? path.split('.').slice(0, -1).join('.') : path,
  )

/**
 * Replaces the ids that a mapping reads with documents: relationships, links, and the relationships of linked
 * documents. Includes trashed and unpublished targets, which Payload omits (payload#16102), since a file keeps its
 * links to them. Uses a few queries for all rows together, and does not modify the rows. Reads everything in one locale.
 */
export const populate = (
  payload: Payload,
  mapping: Mapping,
  rows: readonly Record<string, unknown>[],
  { locale, req }: PopulateOptions = {},
): Promise<Record<string, unknown>[]> => {
  const known = localeFor(payload, mapping, locale)
  const read = rows.map((row) => inLocale(payload, mapping.collection, row, known))
  return populateRead(payload, mapping, read, { locale, req })
}

/** Does the same for rows that are already in one locale, such as the data of a save. */
export const populateRead = async (
  payload: Payload,
  mapping: Mapping,
  rows: readonly Record<string, unknown>[],
  { locale, req }: PopulateOptions = {},
): Promise<Record<string, unknown>[]> => {
  const { links } = mapping
  const common = { locale: localeFor(payload, mapping, locale), req }
  const targets: Rows = links
    ? await fetchRows(
        payload,
        common,
        mapping.collection,
        idsAt(rows, links.field),
        fieldsAt(shownOf(mapping)),
      )
    : new Map<DocumentId, StoredDocument>()
  const relations = new Map<string, Rows>()
  for (const { path, codec } of mappedFields(mapping)) {
    if (!codec?.relation) continue
    const ids = [...idsAt(rows, path), ...idsAt([...targets.values()], path)]
    relations.set(path, await fetchRows(payload, common, codec.relation.collection, ids))
  }
  const complete = new Map([...targets].map(([id, row]) => [id, withRelations(row, relations)]))
  return rows.map((row) => {
    const copy = withRelations(row, relations)
    if (links)
      setInCopy(
        copy,
        links.field,
        idsAt([row], links.field).flatMap((id) => complete.get(id) ?? []),
      )
    return copy
  })
}
