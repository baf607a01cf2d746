import { ConfigurationError } from '../../problems/ConfigurationError.ts'

const exitCodes = { configuration: 2, failure: 3 } as const

/** Reports on standard error why the process ends, in sentences and without a stack. Returns the exit code. */
export const reportFailure = (error: unknown): number => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${message}\n`)
  return error instanceof ConfigurationError ? exitCodes.configuration : exitCodes.failure
}
