import type { Payload } from 'payload'

import { ensureLinkIndex } from './ensureLinkIndex.ts'
import type { LinkFields } from './linkRows.ts'
import type { Mapping } from '../mapping/types.ts'
import { registeredMappings } from '../documents/registeredMapping.ts'

/** The fields of a mapping's collection that hold links; undefined where its files have none. */
export const linkFieldsOf = ({ collection, links }: Mapping): LinkFields | undefined =>
  links && { collection, field: links.field, unresolved: links.unresolved }

/** Makes the indexes of links that a database does not have yet, for all mappings of an app. */
export const ensureLinkIndexes = async (
  payload: Payload,
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<void> => {
  for (const mapping of registeredMappings(payload) ?? []) {
    const fields = linkFieldsOf(mapping)
    if (fields) await ensureLinkIndex(payload, fields, onProgress)
  }
}
