import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { ShownProgress } from '../progress/showProgress.ts'
import { importRedirects } from '../sync/redirects/importRedirects.ts'
import { type Json, run } from './commands.ts'
import { UsageError } from './UsageError.ts'

export type RedirectFlags = Json & { dryRun?: boolean }

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(path.resolve(file), 'utf8')
  } catch (error) {
    throw new UsageError(`The file ${path.resolve(file)} cannot be read.`, { cause: error })
  }
}

/** `answerbook redirects import FILE` */
export const runRedirects = async (
  file: string,
  flags: RedirectFlags,
  progress: ShownProgress,
): Promise<number> => {
  const text = await textOf(file)
  const verb = flags.dryRun ? 'Would import redirects' : 'Imported redirects'
  return run(verb, { ...flags, writes: !flags.dryRun }, progress, (app) =>
    importRedirects({ ...app, file, text, ...flags }),
  )
}
