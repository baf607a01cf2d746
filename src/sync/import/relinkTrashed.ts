import type { Payload, Where } from 'payload'

import { type DocumentId, type StoredDocument, isPublished } from '../../documents/documents.ts'
import { chunks } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { linkIndexOf } from '../../links/linkIndex.ts'
import { joinLinks, type LinkEntry } from '../../links/linkList.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { canonicalLinks } from '../../mapping/links.ts'
import type { Mapping } from '../../mapping/types.ts'
import { linkedField } from '../../mapping/urlPattern.ts'
import { capabilitiesOf, isInTrash } from '../capabilities.ts'
import { recordOfText } from '../locales/fileSet.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { Lease } from '../records/lease.ts'

const pageSize = 200

type Options = { payload: Payload; mapping: Mapping; lease: Lease }

/** New targets of a document's links, by the ids of former ones. */
type Targets = Map<string, DocumentId>

/** A range of an index; whether a value exists would be asked of every document, in the order of their ids. */
const inTrash: Where = { deletedAt: { greater_than: new Date(0).toISOString() } }

/** The documents that link to one in the trash. */
const linkingToTrash = async ({ mapping, payload }: Options): Promise<string[]> => {
  const { collection } = mapping
  const index = linkIndexOf(payload, collection)
  const found = new Set<string>()
  const trashed = await rowsOf(payload).find({
    collection,
    select: { deletedAt: true },
    sort: 'deletedAt',
    where: inTrash,
  })
  for (const some of chunks(trashed, pageSize))
    for (const id of await index.linkingToAny(some.map((row) => row.id))) found.add(id)
  return [...found]
}

/** What is known of the documents that links lead to. */
type Places = {
  urlOf: (id: DocumentId) => unknown
  isGone: (id: DocumentId) => boolean
  /** The published document at a URL. */
  at: (url: string) => DocumentId | undefined
}

/**
 * The new targets of a document's links, whose file has links to some URLs; undefined if there are none, or if other links
 * differ from the file: then nothing shows which of them was which.
 */
const newTargets = (
  entries: readonly LinkEntry[],
  urls: readonly string[],
  { at, isGone, urlOf }: Places,
): Targets | undefined => {
  if (entries.length !== urls.length) return undefined
  const targets: Targets = new Map()
  for (const [position, entry] of entries.entries()) {
    const url = urls[position] ?? ''
    if (('url' in entry ? entry.url : urlOf(entry.id)) === url) continue
    const to = at(url)
    const isLinked = entries.some((other) => 'id' in other && other.id === to)
    if (!('id' in entry) || !isGone(entry.id) || to === undefined || isLinked) return undefined
    targets.set(String(entry.id), to)
  }
  return targets.size > 0 ? targets : undefined
}

/** The new targets of the links of some documents, by the ids of these. */
const targetsOf = async (
  { mapping, payload }: Options,
  ids: readonly string[],
): Promise<Map<string, Targets>> => {
  const { collection, links } = mapping
  const targets = new Map<string, Targets>()
  if (!links) return targets
  const key = linkedField(mapping)
  const rows = rowsOf(payload)
  const find = (field: string, values: readonly DocumentId[]): Promise<StoredDocument[]> =>
    rows.find({
      collection,
      select: { [key]: true, _status: true, deletedAt: true },
      sort: field,
      where: { [field]: { in: [...values] } },
    })
  const select = { [links.field]: true, [links.unresolved]: true } as const
  const documents = await rows.find({ collection, select, where: { id: { in: [...ids] } } })
  const files = await fileRecordsOf(payload).byDocuments(collection, ids)
  const linksOf = new Map(
    files.map(({ document, path, text }) => [
      document,
      canonicalLinks(recordOfText(mapping, path, text)?.links ?? []).map(({ url }) => url),
    ]),
  )
  const entriesOf = new Map(
    documents.map((row) => [String(row.id), joinLinks(row[links.field], row[links.unresolved])]),
  )
  const linked = [...entriesOf.values()].flat().flatMap((entry) => ('id' in entry ? entry.id : []))
  const byId = new Map((await find('id', linked)).map((row) => [String(row.id), row]))
  const urls = [...new Set([...linksOf.values()].flat())]
  const byUrl = new Map(
    (await find(key, urls))
      .filter((row) => isPublished(row) && !isInTrash(row))
      .map((row) => [documentValue(row, key), row.id]),
  )
  const places: Places = {
    urlOf: (id) => documentValue(byId.get(String(id)), key),
    isGone: (id) => isInTrash(byId.get(String(id)) ?? {}),
    at: (url) => byUrl.get(url),
  }
  for (const [id, entries] of entriesOf) {
    const own = newTargets(entries, linksOf.get(id) ?? [], places)
    if (own) targets.set(id, own)
  }
  return targets
}

/**
 * Leads links to documents in the trash to those that have their former URLs now, where the file of the linking document still
 * names such a URL: a link is a promise about a URL, and follows a document only as long as that has one.
 */
export const relinkTrashed = async (options: Options): Promise<void> => {
  const { lease, mapping, payload } = options
  const { collection, links, locales, within } = mapping
  // The same URL may be that of several documents.
  if (!links || locales || within !== undefined || !capabilitiesOf(payload, mapping).hasTrash) return
  const fields = { collection, field: links.field, unresolved: links.unresolved, key: linkedField(mapping) }
  for (const ids of chunks(await linkingToTrash(options), pageSize)) {
    const targets = await targetsOf(options, ids)
    if (targets.size === 0) continue
    await inTransaction(payload, {}, async (req) => {
      await lease.assertHeld(req)
      await rewriteLinks(req, fields, [...targets.keys()], (entries, from) =>
        entries.map((entry) => {
          const to = 'id' in entry ? targets.get(String(from))?.get(String(entry.id)) : undefined
          return to === undefined ? entry : { id: to }
        }),
      )
    })
  }
}
