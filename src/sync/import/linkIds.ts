import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { chunks } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'

const batchSize = 200

/** The documents with some URLs, whatever their status; URLs without a document are omitted. */
export const linkIds = async (
  payload: Payload,
  mapping: Mapping,
  urls: Iterable<string>,
  req?: PayloadRequest,
): Promise<Map<string, DocumentId>> => {
  const found = new Map<string, DocumentId>()
  const field = mapping.links?.block[mapping.links.key]
  if (field === undefined) return found
  const wanted = [...new Set(urls)]
  for (const some of chunks(wanted, batchSize)) {
    await turn()
    const rows = await rowsOf(payload).find({
      collection: mapping.collection,
      select: { [field]: true },
      sort: field,
      where: { [field]: { in: some } },
      ...(req ? { req } : {}),
    })
    for (const row of rows) found.set(String(documentValue(row, field)), row.id)
  }
  return found
}
