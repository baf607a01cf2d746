import type { Payload } from 'payload'

import { ensureLinkIndex } from './ensureLinkIndex.ts'
import type { LinkFields } from './linkRows.ts'
import type { Mapping } from '../mapping/types.ts'
import { linkedField } from '../mapping/urlPattern.ts'
import { registeredMappings } from '../documents/registeredOptions.ts'

/** The fields of a mapping's collection that hold links; undefined if the mapping has no links. */
export const linkFieldsOf = (mapping: Mapping): LinkFields | undefined =>
  mapping.links && {
    collection: mapping.collection,
    field: mapping.links.field,
    unresolved: mapping.links.unresolved,
    key: linkedField(mapping),
  }

/** Builds the missing link indexes of a database, for all mappings of an app. */
export const ensureLinkIndexes = async (
  payload: Payload,
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<void> => {
  for (const mapping of registeredMappings(payload) ?? []) {
    const fields = linkFieldsOf(mapping)
    if (fields) await ensureLinkIndex(payload, fields, onProgress)
  }
}
