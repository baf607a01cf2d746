import type { PayloadRequest } from 'payload'

import type { OnProgress } from './phases.ts'

/** Imports say by it, in the context of their requests, that values come from files and stay as they are. */
export const valuesFromFile = 'answerbook:values-from-file'

/** Runs that resolve links in a pass of their own say so in the context of their requests. */
export const linksResolvedLater = 'answerbook:links-resolved-later'

/** A save that takes a document back to its imported file says so, and may set what only files and versions set. */
export const restoringImport = 'answerbook:restoring-import'

/** In the context of a migration's request stands the function that its steps report their progress to. */
export const reportsProgress = 'answerbook:reports-progress'

/** Reports progress to whoever runs the migration of a request. */
export const progressOfMigration =
  ({ context }: Pick<PayloadRequest, 'context'>): OnProgress =>
  (progress) => {
    const told = context[reportsProgress]
    if (typeof told === 'function') Reflect.apply(told, undefined, [progress])
  }
