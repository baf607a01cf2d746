import type { Payload } from 'payload'

import { collectionOf } from '../documents/documents.ts'
import { hasTransactions } from '../documents/transaction.ts'
import type { Mapping } from '../mapping/types.ts'
import { missingComponents } from './missingComponents.ts'
import { unfilledFields } from './unfilledFields.ts'

/** Logs what will not work in an app, or only in part, each with a remedy. */
export const warnAtStart = async (payload: Payload, mappings: readonly Mapping[]): Promise<void> => {
  const { logger } = payload
  const missing = await missingComponents(payload)
  if (missing.length > 0)
    logger.error(
      `The admin lacks ${missing.join(', ')}: parts of Answerbook are not shown, and saves are less protected. Run npx payload generate:importmap, and build again.`,
    )
  if (!(await hasTransactions(payload)))
    logger.warn(
      'The database does not support transactions, so imports are slower, and an interrupted one may leave an incomplete document. Give sqliteAdapter "transactionOptions: {}", or use MongoDB with a replica set.',
    )
  for (const mapping of mappings) {
    const { config } = payload.collections[collectionOf(payload, mapping.collection)]
    const all = unfilledFields(mapping, config)
    if (all.includes('id'))
      logger.warn(
        `Documents of "${mapping.collection}" have custom ids, which its files do not contain: bind a key to "id", or give the field a default.`,
      )
    const unfilled = all.filter((path) => path !== 'id')
    if (unfilled.length > 0)
      logger.warn(
        `Files of "${mapping.collection}" do not contain its required ${unfilled.join(', ')}: give a default, "values" in the mapping, or --set with each import.`,
      )
  }
}
