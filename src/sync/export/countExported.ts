import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/index.ts'
import { documentsOf } from '../../documents/documents.ts'
import { traitsOf } from '../traits.ts'

/** About how many files an export of some mappings has: documents may change while it runs. */
export const countExported = async (
  payload: Payload,
  mappings: readonly Mapping[],
  { drafts = false }: { drafts?: boolean } = {},
): Promise<number> => {
  let count = 0
  for (const mapping of mappings) {
    const { hasDrafts, statusInFile } = traitsOf(payload, mapping)
    const where = { _status: { equals: 'published' } }
    count += await documentsOf(payload).count({
      collection: mapping.collection,
      ...(hasDrafts && !statusInFile && !drafts ? { where } : {}),
    })
  }
  return count
}
