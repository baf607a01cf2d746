import type { Payload } from 'payload'

import { registeredContext } from './registeredOptions.ts'
import { linksResolvedLater, valuesFromFile } from './requestState.ts'

/**
 * The context of whatever a run writes, for an app's hooks: `answerbook` says that it is an import, `disableRevalidate` is
 * Payload's convention for hooks that call `next/cache`, which works in a request to Next alone; then what the app's option
 * `context` says, and what the run itself needs.
 */
export const runContext = (
  payload: Pick<Payload, 'config'>,
  own: Record<string, unknown> = {},
): Record<string, unknown> => ({
  answerbook: 'import',
  disableRevalidate: true,
  ...registeredContext(payload),
  ...own,
})

/** The same for documents that follow files: hooks of ours leave values as they are, and links to a pass at the end. */
export const filesContext = (payload: Pick<Payload, 'config'>): Record<string, unknown> =>
  runContext(payload, { [valuesFromFile]: true, [linksResolvedLater]: true })
