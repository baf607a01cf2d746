import { execFile } from 'node:child_process'
import path from 'node:path'

/** The result of a command. */
export type Ended = { code: number; stdout: string; stderr: string }

/**
 * The environment of an app's commands: ours, without what npm, Vitest and our tests tell their child processes about
 * this project.
 */
export const appEnvironment = (changes: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|vitest|node_options$|database_url$|payload_)/i.test(name),
    ),
  ),
  NODE_ENV: 'development',
  NEXT_TELEMETRY_DISABLED: '1',
  ...changes,
})

/** Runs a command in a folder and waits for its end. `changes`: environment variables to set. */
export const runIn = (
  folder: string,
  command: string,
  args: string[],
  changes: Record<string, string> = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const options = {
      cwd: folder,
      env: appEnvironment(changes),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    } as const
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, stdout, stderr })
    })
  })

/** Runs a program that npm has installed for an app, such as `answerbook` or `tsc`. */
export const runProgram = (
  app: string,
  program: string,
  args: string[],
  changes: Record<string, string> = {},
): Promise<Ended> => runIn(app, path.join(app, '../node_modules/.bin', program), args, changes)

/** Throws the output of a command if its exit code is not 0. */
export const succeeded = async (ended: Promise<Ended>): Promise<Ended> => {
  const { code, stderr, stdout } = await ended
  if (code !== 0) throw new Error(`Ended with ${code}: ${stdout}\n${stderr}`)
  return { code, stderr, stdout }
}
