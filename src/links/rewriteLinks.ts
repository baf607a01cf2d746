import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import { linkIndexOf } from './linkIndex.ts'
import { joinLinks, type LinkEntry, splitLinks } from './linkList.ts'
import { type LinkFields, linkRows } from './linkRows.ts'

type Change = (entries: LinkEntry[]) => LinkEntry[]
type Row = Record<string, unknown>

const rewritten = ({ field, unresolved }: LinkFields, row: Row, change: Change): Row => {
  const links = splitLinks(change(joinLinks(row[field], row[unresolved])))
  return { [field]: links.related, [unresolved]: links.unresolved }
}

const turns = new WeakMap<PayloadRequest, Promise<void>>()

// A bulk operation runs the hooks of all its documents at once, and two of them may change the same third document.
const inTurn = (req: PayloadRequest, work: () => Promise<void>): Promise<void> => {
  const turn = (turns.get(req) ?? Promise.resolve()).then(work, work)
  turns.set(req, turn)
  return turn
}

/**
 * Changes the links of one document in place: in its row, in its latest version and in the index of links, without a new
 * version and without touching `updatedAt`. For links that come and go with their targets, which is nobody's edit.
 */
export const rewriteLinks = (
  req: PayloadRequest,
  fields: LinkFields,
  id: DocumentId,
  change: Change,
): Promise<void> =>
  inTurn(req, async () => {
    const rows = rowsOf(req.payload)
    const { collection } = fields
    const [row] = await rows.find({
      collection,
      limit: 1,
      req,
      select: { [fields.field]: true, [fields.unresolved]: true, updatedAt: true },
      where: { id: { equals: id } },
    })
    const links = row && rewritten(fields, row, change)
    if (row) await rows.update({ collection, data: { ...links, updatedAt: row.updatedAt }, id, req })
    let draft: Row | undefined
    const versions = await rows.findVersions({
      collection,
      req,
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    for (const { id: versionId, ...version } of versions) {
      const versionLinks = rewritten(fields, version.version, change)
      const versionData = { ...version, version: { ...version.version, ...versionLinks } }
      await rows.updateVersion({ collection, id: versionId, req, versionData })
      if (version.version._status === 'draft') draft = versionLinks
    }
    await linkIndexOf(req.payload, collection, req).set(id, linkRows(fields, { row: links, draft }))
  })
