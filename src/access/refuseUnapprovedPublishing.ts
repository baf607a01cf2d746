import type { CollectionBeforeOperationHook } from 'payload'

import { RefusalError } from '../documents/RefusalError.ts'
import { translate } from '../translations/translate.ts'
import type { Policies } from './policies.ts'

const writes = new Set<string>(['create', 'update', 'restoreVersion'])

const localeOptions = ['publishAllLocales', 'publishSpecificLocale', 'unpublishAllLocales']

const dataOf = (args: object): object => ('data' in args && typeof args.data === 'object' && args.data) || {}

/** Whether a save does not change what the public sees. */
const isDraftSave = (args: object): boolean => {
  const data = new Map<string, unknown>(Object.entries(dataOf(args)))
  const options = new Map<string, unknown>(Object.entries(args))
  const publishes = data.get('_status') === 'published'
  // Forms send every value. Without `trash`, a save does not find documents in the trash, so it cannot restore any.
  const comesBack = data.get('deletedAt') === null && options.get('trash') === true
  const trashes = Boolean(data.get('deletedAt')) || comesBack
  return (
    options.get('draft') === true &&
    !publishes &&
    !trashes &&
    !localeOptions.some((name) => options.get(name))
  )
}

/**
 * Lets staff who are not editors save drafts and nothing else, by whatever means: single and bulk updates, restored
 * versions, duplicates, scheduled jobs, REST and GraphQL. Throws a 403 that names the remedy.
 */
export const refuseUnapprovedPublishing =
  ({ isEditor }: Policies): CollectionBeforeOperationHook =>
  ({ args, operation, overrideAccess, req }) => {
    if (!writes.has(operation) || overrideAccess || isEditor({ req })) return args
    if (!isDraftSave(args)) {
      throw new RefusalError(translate(req, 'answerbook:messages:draftsOnly'), 403)
    }
    return args
  }
