import type { Payload, PayloadRequest, Where } from 'payload'

import { type DocumentId, documentsOf, type StoredDocument } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { type RedirectTarget, shapeOf } from './redirectShape.ts'

/** A redirect, independent of the fields in which its collection stores it. */
export type Redirect = {
  id: DocumentId
  /** Path that visitors request. */
  from: string
  to: RedirectTarget | undefined
  /** The HTTP status of the redirect. */
  status: number
}

/**
 * The redirects of an app, in the plugin's collection or one that the app already has, in the transaction of a request
 * if one is given. Without such a collection there are none, and none are created.
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
      status: shape.statusOf(row),
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
    /** Adds a redirect from a path to a fixed path or address. */
    createTo: async (from: string, address: string): Promise<void> => {
      if (shape)
        await documentsOf(payload).create({
          ...common,
          data: { from, ...shape.dataOfAddress(address) },
          depth: 0,
        })
    },
    /** Removes a redirect. */
    remove: async (id: DocumentId): Promise<void> => {
      await documentsOf(payload).delete({ ...common, id })
    },
  }
}
