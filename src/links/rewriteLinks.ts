import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import { joinLinks, type LinkEntry, splitLinks } from './linkList.ts'

/** The two fields of a collection that hold its links. */
export type LinkFields = { collection: string; field: string; unresolved: string }

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
 * Changes the links of one document in place: in its row and in its latest version, without a new version and
 * without touching `updatedAt`. For links that come and go with their targets, which is nobody's edit.
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
    const row = await rows.findById(collection, id, req)
    if (row) {
      const data = { ...rewritten(fields, row, change), updatedAt: row.updatedAt }
      await rows.update({ collection, data, id, req })
    }
    const versions = await rows.findVersions({
      collection,
      req,
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    for (const { id: versionId, ...version } of versions) {
      const versionData = {
        ...version,
        version: { ...version.version, ...rewritten(fields, version.version, change) },
      }
      await rows.updateVersion({ collection, id: versionId, req, versionData })
    }
  })
