import type { FlattenedField, Payload, PayloadRequest } from 'payload'

import type { Insertion } from '../database/bulk/createOne.ts'
import { insertionOf, newIds } from '../database/bulk/newDocuments.ts'
import { isSql } from '../database/bulk/adapters.ts'
import { allAllowBulk } from './bulkHooks.ts'
import { collectionOf, hasDrafts } from './documents.ts'
import { announceNew, prepareNew } from './newDocument.ts'

type Values = Record<string, unknown>

/** A new document that is ready to be inserted. */
export type ReadyDocument = { id: string; data: Values }

/** How the new documents of a collection are written together. */
export type BulkCreation = {
  newId: () => string
  /** Runs the hooks and validations of a document, as Payload does when it creates one. Throws what they throw. */
  prepare: (req: PayloadRequest, id: string, data: Values) => Promise<ReadyDocument>
  /** Inserts prepared documents with their versions, with a few statements for those that are added together. */
  insertion: (req: PayloadRequest) => Insertion
}

// Payload types features as if every collection had them.
const isOff = (feature: unknown): boolean => !feature

const hasHooksOfOwn = (field: FlattenedField): boolean =>
  'hooks' in field && !allAllowBulk(field.hooks?.afterChange)

/** Whether a field can be written without Payload's own create operation. The rows of SQL arrays get ids from the database. */
const isSimple = (field: FlattenedField, isOnSql: boolean): boolean => {
  if ('virtual' in field && field.virtual) return true
  if (field.type === 'richText' || hasHooksOfOwn(field)) return false
  if (field.type === 'blocks' || field.type === 'array')
    return (
      !isOnSql && field.type === 'array' && field.flattenedFields.every((inner) => isSimple(inner, isOnSql))
    )
  return !('flattenedFields' in field) || field.flattenedFields.every((inner) => isSimple(inner, isOnSql))
}

/**
 * How new documents of a collection are written together; undefined if only Payload's create operation does everything
 * that the collection asks for: with hooks of the app after the operation, uploads, rich text, or ids that only the
 * database gives.
 */
export const bulkCreationOf = (payload: Payload, slug: string): BulkCreation | undefined => {
  const { config, customIDType } = payload.collections[collectionOf(payload, slug)]
  const { afterChange, afterOperation, beforeOperation } = config.hooks
  const newId = newIds(payload.db, slug)
  const isOnSql = isSql(payload.db)
  const isPlain = [customIDType, config.upload, config.auth].every(isOff)
  const hasKnownHooks = [beforeOperation, afterChange, afterOperation].every(allAllowBulk)
  const hasVersions = hasDrafts(payload, slug)
  const hasKnownVersions = hasVersions || isOff(config.versions)
  if (!newId || !isPlain || !hasKnownHooks || !hasKnownVersions) return undefined
  if (!config.flattenedFields.every((field) => isSimple(field, isOnSql))) return undefined
  return {
    newId,
    prepare: async (req, id, data) => {
      const now = new Date().toISOString()
      const values = { ...(await prepareNew(req, slug, data)), createdAt: now, updatedAt: now }
      await announceNew(req, slug, { ...values, id })
      return { id, data: values }
    },
    insertion: (req) => insertionOf(payload.db, { collection: slug, hasVersions, req }),
  }
}
