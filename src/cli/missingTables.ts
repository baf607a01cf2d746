import type { CollectionSlug, Payload } from 'payload'

const isMissing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (/no such (table|column)|(relation|column) .* does not exist/.test(error.message)) return true
  return isMissing(error.cause)
}

/** The collections whose table is missing or lacks a column; empty on MongoDB. Nothing is written, and no hook runs. */
export const missingTables = async (payload: Payload): Promise<CollectionSlug[]> => {
  const missing: CollectionSlug[] = []
  for (const { slug } of payload.config.collections) {
    try {
      await payload.db.find({ collection: slug, limit: 1, pagination: false })
    } catch (error) {
      if (!isMissing(error)) throw error
      missing.push(slug)
    }
  }
  return missing
}
