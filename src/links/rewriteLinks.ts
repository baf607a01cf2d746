import { setImmediate as turn } from 'node:timers/promises'

import { deepCopyObjectSimple, type PayloadRequest } from 'payload'

import { type DocumentId, hasDrafts, type StoredVersion } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'
import { oneAtATime } from './oneAtATime.ts'
import { linkIndexOf } from './linkIndex.ts'
import { joinLinks, type LinkEntry, splitLinks } from './linkList.ts'
import { type LinkFields, linkRows } from './linkRows.ts'

/** Computes the new links of a document. */
type Change = (entries: LinkEntry[], id: DocumentId) => LinkEntry[]
type Row = Record<string, unknown>

const isDraft = ({ _status }: Row): boolean => _status === 'draft'

const readDrafts = async (
  req: PayloadRequest,
  { collection, field, unresolved }: LinkFields,
  ids: readonly DocumentId[],
): Promise<StoredVersion[]> =>
  ids.length === 0
    ? []
    : rowsOf(req.payload).findVersions({
        collection,
        req,
        select: { parent: true, version: { [field]: true, [unresolved]: true } },
        where: { id: { in: [...ids] } },
      })

/**
 * Changes the links of some documents in place: in their rows, in their latest versions and in the index of links,
 * without creating versions or changing `updatedAt`. For links that change because their targets come and go, which is
 * no user's edit. Reads and writes are batched where possible.
 */
export const rewriteLinks = (
  req: PayloadRequest,
  fields: LinkFields,
  ids: readonly DocumentId[],
  change: Change,
): Promise<void> =>
  oneAtATime(req, async () => {
    if (ids.length === 0) return
    const { collection, field, unresolved } = fields
    const rows = rowsOf(req.payload)
    const rewritten = (state: Row, id: DocumentId): Row => {
      const links = splitLinks(change(joinLinks(state[field], state[unresolved]), id))
      return { [field]: links.related, [unresolved]: links.unresolved }
    }
    const states = new Map<string, { row?: Row; draft?: Row }>(ids.map((id) => [String(id), {}]))
    await rows.inTurn(req, async () => {
      // Payload inserts a row on its way to updating one, and in collections without drafts, required columns reject an
      // incomplete row.
      const isWhole = !hasDrafts(req.payload, collection)
      const current = await rows.find({
        collection,
        req,
        ...(isWhole ? {} : { select: { [field]: true, [unresolved]: true, updatedAt: true } }),
        where: { id: { in: [...ids] } },
      })
      const documents = current.map(({ id, updatedAt, ...row }) => {
        const links = rewritten(row, id)
        states.set(String(id), { row: links })
        return { id, values: { ...(isWhole ? row : {}), ...links, updatedAt } }
      })
      await turn()
      const latest = await rows.findVersions({
        collection,
        req,
        select: { parent: true, version: { _status: true } },
        where: { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] },
      })
      // A published version has the links of its document.
      const versions = latest.flatMap(({ id, parent, version }) => {
        const values = isDraft(version) ? undefined : states.get(String(parent))?.row
        return values ? [{ id, values: deepCopyObjectSimple(values) }] : []
      })
      const drafts = latest.flatMap(({ id, version }) => (isDraft(version) ? [id] : []))
      const found = await readDrafts(req, fields, drafts)
      for (const { id, parent, version } of found) {
        const draft = rewritten(version, parent)
        states.set(String(parent), { ...states.get(String(parent)), draft })
        versions.push({ id, values: draft })
      }
      await rows.updateMany({ areThere: true, collection, documents, req, versions })
    })
    const wanted = [...states].map(([id, { draft, row }]) => [id, linkRows(fields, { row, draft })] as const)
    await linkIndexOf(req.payload, collection, req).setAll(new Map(wanted))
  })
