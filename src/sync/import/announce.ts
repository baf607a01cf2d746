import type { PayloadRequest } from 'payload'

import { fileRecordsOf } from '../records/fileRecords.ts'
import type { Planned } from './planBatch.ts'

/**
 * Records the text of a file whose document is about to be made without a transaction, and returns its plan with that row. A
 * process that ends in the middle may leave the document behind, and the next import knows what it was made from.
 */
export const announce = async (
  req: PayloadRequest,
  planned: Planned,
  run: string | undefined,
): Promise<Planned> => {
  const { plan, row, source } = planned
  // A transaction that is being opened is a promise; without transactions, it resolves to nothing.
  if (plan.action !== 'create' || row || (await req.transactionID)) return planned
  const fileRecords = fileRecordsOf(req.payload, req, source.scope.name)
  await fileRecords.announce(source, run)
  return { ...planned, row: (await fileRecords.byPaths([source.path]))[0] }
}
