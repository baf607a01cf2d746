import type { Payload, Where } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { documentsOf } from '../../documents/documents.ts'
import type { Scope } from '../scope.ts'
import { capabilitiesOf } from '../capabilities.ts'

/**
 * The approximate number of files in an export of some mappings: documents may change while it runs, and not all of them
 * are translated.
 */
export const countExported = async (
  payload: Payload,
  scoped: readonly { mapping: Mapping; scope: Scope }[],
  { drafts = false }: { drafts?: boolean } = {},
): Promise<number> => {
  let count = 0
  for (const { mapping, scope } of scoped) {
    const { hasDrafts, statusInFile } = capabilitiesOf(payload, mapping)
    const conditions: Where[] = [
      ...(hasDrafts && !statusInFile && !drafts ? [{ _status: { equals: 'published' } }] : []),
      ...(scope.where ? [scope.where] : []),
    ]
    const documents = await documentsOf(payload).count({
      collection: mapping.collection,
      ...(conditions.length > 0 ? { where: { and: conditions } } : {}),
    })
    count += documents * (mapping.locales?.length ?? 1)
  }
  return count
}
