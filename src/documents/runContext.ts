import type { Payload } from 'payload'

import { registeredContext } from './registeredOptions.ts'
import { linksResolvedLater, valuesFromFile } from './requestState.ts'

/**
 * The request context of everything that a run writes, for an app's hooks: `answerbook` marks it as an import,
 * `disableRevalidate` is Payload's convention for hooks that call `next/cache`, which only works in requests to Next;
 * followed by the app's option `context` and what the run itself needs.
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

/** The same for documents that mirror files: our hooks leave values unchanged, and links to a final pass. */
export const filesContext = (payload: Pick<Payload, 'config'>): Record<string, unknown> =>
  runContext(payload, { [valuesFromFile]: true, [linksResolvedLater]: true })
