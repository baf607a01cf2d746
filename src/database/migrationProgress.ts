import type { PayloadRequest } from 'payload'

import type { OnProgress } from '../progress/phases.ts'

/** Key in the context of a migration's request: the function to which its steps report progress. */
export const reportsProgress = 'answerbook:reports-progress'

/** Reports progress to the caller that runs the migration of a request. */
export const progressOfMigration =
  ({ context }: Pick<PayloadRequest, 'context'>): OnProgress =>
  (progress) => {
    const report = context[reportsProgress]
    if (typeof report === 'function') Reflect.apply(report, undefined, [progress])
  }
