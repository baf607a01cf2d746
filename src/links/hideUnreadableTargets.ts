import type { CollectionSlug, FieldHook } from 'payload'

import { isStaffRequest } from '../documents/registeredOptions.ts'
import { isDocumentId } from '../documents/documents.ts'
import { readableIds } from './readableIds.ts'

/**
 * Removes links from a has-many relationship if the reader may not see their targets: drafts, unpublished and trashed
 * documents. Payload leaves their ids (payload#16102). Runs before it populates, so it applies at every depth, in REST
 * and in GraphQL.
 */
export const hideUnreadableTargets =
  (collection: CollectionSlug): FieldHook =>
  async ({ overrideAccess, req, value }): Promise<unknown> => {
    const links: unknown = value
    if (overrideAccess || isStaffRequest(req) || !Array.isArray(links) || links.length === 0) return links
    return readableIds(req, collection, links.filter(isDocumentId))
  }
