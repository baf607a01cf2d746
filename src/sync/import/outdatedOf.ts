import type { PayloadRequest } from 'payload'

import { rowsOf } from '../../documents/rows.ts'
import type { Planned } from './planBatch.ts'
import type { SourceFile } from './types.ts'

/** Files that would overwrite changes that somebody has saved since they were planned. */
export const outdatedOf = async (
  req: PayloadRequest,
  planned: readonly Planned[],
): Promise<Set<SourceFile>> => {
  const updates = planned.flatMap(({ document, plan, source }) =>
    document && plan.action === 'update' ? [{ document, source }] : [],
  )
  const [first] = updates
  if (!first) return new Set()
  const rows = await rowsOf(req.payload).find({
    collection: first.source.mapping.collection,
    req,
    select: { updatedAt: true },
    where: { id: { in: updates.map(({ document }) => document.id) } },
  })
  const saved = new Map(rows.map(({ id, updatedAt }) => [id, updatedAt]))
  return new Set(
    updates.flatMap(({ document, source }) =>
      saved.get(document.id) === document.updatedAt ? [] : [source],
    ),
  )
}
