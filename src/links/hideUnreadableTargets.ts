import type { CollectionSlug, FieldHook } from 'payload'

import type { Policies } from '../access/policies.ts'
import { readableIds } from './readableIds.ts'

const isId = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/**
 * Leaves links out of a relationship that has many where the reader may not see the target: drafts, unpublished and
 * trashed documents. Runs before Payload populates, so it holds at every depth, in REST and GraphQL alike.
 */
export const hideUnreadableTargets =
  (collection: CollectionSlug, { isStaff }: Policies): FieldHook =>
  async ({ overrideAccess, req, value }): Promise<unknown> => {
    const links: unknown = value
    if (overrideAccess || isStaff({ req }) || !Array.isArray(links) || links.length === 0) return links
    return readableIds(req, collection, links.filter(isId))
  }
