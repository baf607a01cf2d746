import type { Payload, PayloadRequest, Where } from 'payload'

import { type DocumentId, documentsOf, type StoredDocument } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { type RedirectTarget, shapeOf } from './redirectShape.ts'

/** A redirect, whatever fields its collection keeps it in. */
export type Redirect = {
  id: DocumentId
  /** Path that visitors ask for. */
  from: string
  to: RedirectTarget | undefined
}

/**
 * The redirects of an app, in a collection of the plugin or one that the app has already, in the transaction of a request
 * if one is given. Without such a collection there are none, and none are made.
 */
export const redirectsOf = (payload: Payload, req?: PayloadRequest) => {
  const collection = slugsOf(payload).redirects
  const config = payload.config.collections.find(({ slug }) => slug === collection)
  const shape = config && shapeOf(config.fields)
  const common = { collection, ...(req ? { req } : {}) }
  const find = async (where: Where): Promise<Redirect[]> => {
    if (!shape) return []
    const rows = await rowsOf(payload).find({ ...common, sort: 'from', where })
    return rows.map((row: StoredDocument) => ({
      id: row.id,
      from: String(row.from),
      to: shape.targetOf(row),
    }))
  }
  return {
    /** The redirects from some paths. */
    from: (paths: readonly string[]): Promise<Redirect[]> =>
      paths.length === 0 ? Promise.resolve([]) : find({ from: { in: [...paths] } }),
    /** The redirects that lead to a document. */
    leadingTo: (of: string, id: DocumentId): Promise<Redirect[]> =>
      shape ? find(shape.leadingTo(of, id)) : Promise.resolve([]),
    /** Adds a redirect from a path to a document. */
    create: async (from: string, of: string, id: DocumentId): Promise<void> => {
      if (shape)
        await documentsOf(payload).create({ ...common, data: { from, ...shape.dataOf(of, id) }, depth: 0 })
    },
    /** Removes a redirect. */
    remove: async (id: DocumentId): Promise<void> => {
      await documentsOf(payload).delete({ ...common, id })
    },
  }
}
