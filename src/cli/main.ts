import { ContentRootError } from '../files/errors.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'
import { exitCodes } from './exitCodes.ts'
import { CommanderError, createProgram } from './program.ts'
import { UsageError } from './UsageError.ts'

const isUsage = (error: unknown): boolean =>
  error instanceof UsageError || error instanceof ConfigurationError || error instanceof ContentRootError

/**
 * Runs the command given by the arguments and returns the exit code. Standard output is for results alone; logs,
 * progress and errors go to standard error.
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  // Libraries log wherever they like; scripts that parse the JSON must not be disturbed.
  console.log = console.error
  console.info = console.error
  console.warn = console.error
  let exitCode: number = exitCodes.done
  try {
    await createProgram((code) => {
      exitCode = code
    }).parseAsync([...argv])
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return isUsage(error) ? exitCodes.usage : exitCodes.failed
  }
}
