import type { Payload } from 'payload'

import { registeredContext } from './registeredOptions.ts'

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
