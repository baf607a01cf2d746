import type { Payload } from 'payload'

import { errorMessage } from '../../documents/errorMessage.ts'
import { checkChanges } from './checkChanges.ts'

// Production bundles this file twice, so the process shares it by `globalThis`.
const key = Symbol.for('answerbook:checking-changes')

const shared: typeof globalThis & { [key]?: Set<string> } = globalThis

/**
 * Compares what has changed for a moment, which is enough for everyday changes, and continues in the background. Returns
 * whether everything has been compared.
 */
export const keepChecking = async (payload: Payload, milliseconds: number): Promise<boolean> => {
  if (await checkChanges(payload, { milliseconds })) return true
  const busy = (shared[key] ??= new Set())
  const name = payload.config.secret
  if (busy.has(name)) return false
  busy.add(name)
  void checkChanges(payload)
    .catch((error: unknown) => payload.logger.error(`Changes were not compared: ${errorMessage(error)}`))
    .finally(() => busy.delete(name))
  return false
}
