import { stat } from 'node:fs/promises'
import path from 'node:path'

import { type Role, roles } from '../access/roles.ts'
import type { ShownProgress } from '../progress/showProgress.ts'
import { createUser } from '../setup/createUser.ts'
import { exportFiles } from '../sync/export/exportFiles.ts'
import { type Difference, verifyFiles } from '../sync/export/verifyFiles.ts'
import { importFiles } from '../sync/import/importFiles.ts'
import type { OnProgress } from '../progress/phases.ts'
import { watchExport } from '../sync/watch/watchExport.ts'
import { watchImport } from '../sync/watch/watchImport.ts'
import { hasErrors, type Report } from '../sync/report.ts'
import { exitCodes } from './exitCodes.ts'
import { type OpenApp, openApp } from './openApp.ts'
import { jsonReport, printDifferences, printReport } from './printReport.ts'
import { UsageError } from './UsageError.ts'
import { runWatch } from './runWatch.ts'

const who = 'command line'

const print = (text: string): void => {
  if (text !== '') process.stdout.write(`${text}\n`)
}

const folderOf = (given: string): string => path.resolve(given)

const existingFolder = async (given: string): Promise<string> => {
  const folder = folderOf(given)
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw new UsageError(`There is no folder ${folder}.`)
  return folder
}

export type Json = { json?: boolean }

/** The report of a run over files; a comparison also has the differences. */
type FilesReport = Report<{ differences?: Difference[] }>

/** The options of every run over files. */
type Run = Pick<OpenApp, 'mappings' | 'payload' | 'signal'> & { onProgress: OnProgress }

const exitCodeOf = (report: FilesReport, signal: AbortSignal): number => {
  if (signal.aborted) return exitCodes.failed
  const differs = (report.differences?.length ?? 0) > 0
  return differs || hasErrors(report) ? exitCodes.errors : exitCodes.done
}

/** Opens the app, runs the work, and prints the report, at most `most` problems of each code. Returns the exit code. */
export const run = async (
  verb: string,
  { json, most, writes = false }: Json & { most?: number | undefined; writes?: boolean },
  progress: ShownProgress,
  work: (given: Run) => Promise<FilesReport>,
): Promise<number> => {
  const { close, mappings, payload, signal } = await openApp({ onProgress: progress.update, writes })
  const report = await work({ payload, mappings, signal, onProgress: progress.update })
  progress.stop({ done: !signal.aborted })
  if (json) print(jsonReport(report))
  else {
    const { differences = [], ...counted } = report
    print(printDifferences(differences))
    print(printReport(counted, verb, most))
  }
  await close()
  return exitCodeOf(report, signal)
}

export type ImportFlags = Json & {
  dryRun?: boolean
  deleteMissing?: boolean
  maxDelete?: number
  takeConflicts?: 'file' | 'cms'
  full?: boolean
  set?: Record<string, string>
  watch?: boolean
}

/** `answerbook import DIR` */
export const runImport = async (
  given: string,
  flags: ImportFlags,
  progress: ShownProgress,
): Promise<number> => {
  const folder = await existingFolder(given)
  if (flags.maxDelete !== undefined && !flags.deleteMissing)
    throw new UsageError('--max-delete requires --delete-missing.')
  if (flags.watch)
    return runWatch('Imported', progress, (app) => watchImport({ ...app, folder, ...flags, who }))
  const verb = flags.dryRun ? 'Would import' : 'Imported'
  return run(verb, { ...flags, writes: !flags.dryRun }, progress, (app) =>
    importFiles({ ...app, folder, ...flags, who }),
  )
}

type Within = { within?: Record<string, string> }

export type ExportFlags = Json &
  Within & { drafts?: boolean; full?: boolean; overwrite?: boolean; watch?: boolean }

/** `answerbook export DIR` */
export const runExport = (given: string, flags: ExportFlags, progress: ShownProgress): Promise<number> => {
  const folder = folderOf(given)
  if (flags.watch)
    return runWatch('Exported', progress, (app) => watchExport({ ...app, folder, ...flags, who }))
  return run('Exported', { ...flags, writes: true }, progress, (app) =>
    exportFiles({ ...app, folder, ...flags, who }),
  )
}

/** `answerbook verify DIR` */
export const runVerify = async (
  given: string,
  { within, ...flags }: Json & Within,
  progress: ShownProgress,
): Promise<number> => {
  const folder = await existingFolder(given)
  return run('Compared', flags, progress, (app) =>
    verifyFiles({ ...app, folder, ...(within ? { within } : {}) }),
  )
}

const isRole = (value: string): value is Role => roles.some((role) => role === value)

/** `answerbook user EMAIL --role ROLE` */
export const runUser = async (
  email: string,
  { role, json }: { role: string; json?: boolean },
  progress: ShownProgress,
): Promise<number> => {
  if (!isRole(role)) throw new UsageError(`--role must be one of ${roles.join(', ')}.`)
  const { close, payload } = await openApp({ onProgress: progress.update, writes: true })
  progress.stop()
  const { created, ...user } = await createUser({ payload, email, role })
  const done = created ? 'Created' : 'Reset'
  print(
    json ? jsonReport(user) : `${done} ${user.email} (${user.role}). Password, shown once: ${user.password}`,
  )
  await close()
  return exitCodes.done
}
