import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { documentsOf } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { labelsOf } from '../fieldLabels.ts'
import type { ChangeRow } from './changeRows.ts'
import { typedId } from './referringTo.ts'

/** A document of the list, with its page in the admin; undefined if the document is gone. */
export type ShownChange = ChangeRow & { labels: string[]; page: string | undefined }

const pageOf = (
  req: PayloadRequest,
  { collection, document, kind }: ChangeRow,
  { isInTrash }: { isInTrash: boolean },
): string => {
  const own = `/collections/${collection}${isInTrash ? '/trash' : ''}/${document}` as const
  const path = isInTrash || kind === 'removed' ? own : (`${own}/markdown` as const)
  return formatAdminURL({ adminRoute: req.payload.config.routes.admin, path })
}

/** Rows of changes as the author of a request may see them: without documents that they may not read. */
export const shownChanges = async (
  req: PayloadRequest,
  changes: readonly ChangeRow[],
): Promise<ShownChange[]> => {
  const { payload } = req
  const shown: ShownChange[] = []
  const states = new Map<string, { isInTrash: boolean; isReadable: boolean }>()
  for (const collection of new Set(changes.map((change) => change.collection))) {
    const ids = changes.flatMap((change) =>
      change.collection === collection ? typedId(payload, collection, change.document) : [],
    )
    const where = { id: { in: ids } }
    const rows = await rowsOf(payload).find({ collection, req, select: { deletedAt: true }, where })
    const readable = await documentsOf(payload).find({
      collection,
      disableErrors: true,
      overrideAccess: false,
      req,
      select: { updatedAt: true },
      trash: true,
      where,
    })
    const isReadable = new Set(readable.map(({ id }) => String(id)))
    for (const { deletedAt, id } of rows)
      states.set(`${collection} ${id}`, {
        isInTrash: Boolean(deletedAt),
        isReadable: isReadable.has(String(id)),
      })
  }
  for (const change of changes) {
    const state = states.get(`${change.collection} ${change.document}`)
    if (state && !state.isReadable) continue
    const page = state && pageOf(req, change, state)
    shown.push({ ...change, labels: labelsOf(req, change.collection, change.fields), page })
  }
  return shown
}
