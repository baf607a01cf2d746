import { getSystemErrorMap } from 'node:util'
import { errorCode } from './errorCode.ts'

/** Says in words why the system refused, without paths: `no space left on device (ENOSPC)`. */
export const systemReason = (error: unknown): string => {
  const code = errorCode(error)
  for (const [name, words] of getSystemErrorMap().values()) {
    if (name === code) return `${words} (${code})`
  }
  return error instanceof Error ? error.message : String(error)
}
