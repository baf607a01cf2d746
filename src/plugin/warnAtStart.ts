import type { Payload } from 'payload'

import { collectionOf } from '../documents/documents.ts'
import { hasTransactions } from '../documents/transaction.ts'
import type { Mapping } from '../mapping/types.ts'
import { missingComponents } from './missingComponents.ts'
import { unfilledFields } from './unfilledFields.ts'

/** Says in the log what will not work in an app, or only half, each with what to do. */
export const warnAtStart = async (payload: Payload, mappings: readonly Mapping[]): Promise<void> => {
  const { logger } = payload
  const missing = await missingComponents(payload)
  if (missing.length > 0)
    logger.error(
      `The admin lacks ${missing.join(', ')}: parts of Answerbook do not show, and saves are protected less. Run npx payload generate:importmap, and build again.`,
    )
  if (!(await hasTransactions(payload)))
    logger.warn(
      'The database makes no transactions, so imports are slower, and one that is cut off may leave a document half made. Give sqliteAdapter "transactionOptions: {}", or use MongoDB with a replica set.',
    )
  for (const mapping of mappings) {
    const { config } = payload.collections[collectionOf(payload, mapping.collection)]
    const unfilled = unfilledFields(mapping, config)
    if (unfilled.length > 0)
      logger.warn(
        `Files of "${mapping.collection}" do not hold its required ${unfilled.join(', ')}: give a default, "values" in the mapping, or --set with each import.`,
      )
  }
}
