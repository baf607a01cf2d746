import type { PayloadRequest } from 'payload'

import { fileRecordsOf } from '../records/fileRecords.ts'
import type { Planned } from './planBatch.ts'

/**
 * Records the text of a file whose document is about to be created without a transaction, and returns its plan with that
 * row. If the process ends halfway, the document may remain, and the next import knows what it was created from.
 */
export const announce = async (
  req: PayloadRequest,
  planned: Planned,
  run: string | undefined,
): Promise<Planned> => {
  const { plan, row, source } = planned
  // While a transaction is being opened, its id is a promise; without transactions, it resolves to nothing.
  if (plan.action !== 'create' || row || (await req.transactionID)) return planned
  const fileRecords = fileRecordsOf(req.payload, req, source.scope.name)
  await fileRecords.announce(source, run)
  return { ...planned, row: (await fileRecords.byPaths([source.path]))[0] }
}
