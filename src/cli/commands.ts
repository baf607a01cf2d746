import { stat } from 'node:fs/promises'
import path from 'node:path'

import { type Role, roles } from '../access/roles.ts'
import { makeUser } from '../setup/makeUser.ts'
import { exportFiles } from '../store/export/exportFiles.ts'
import { verifyFiles } from '../store/export/verifyFiles.ts'
import { importFiles } from '../store/import/importFiles.ts'
import { hasErrors, type Report } from '../store/report.ts'
import { exitCodes } from './exitCodes.ts'
import { openApp } from './openApp.ts'
import { jsonReport, printDifferences, printReport } from './printReport.ts'
import { showProgress } from './showProgress.ts'
import { stopSignal } from './stopSignal.ts'
import { UsageError } from './UsageError.ts'

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

const exitCodeOf = (report: Report, signal: AbortSignal): number => {
  if (signal.aborted) return exitCodes.failed
  return hasErrors(report) ? exitCodes.errors : exitCodes.done
}

export type ImportFlags = { dryRun?: boolean; deleteMissing?: boolean; maxDelete?: number; json?: boolean }

/** `answerbook import DIR` */
export const runImport = async (given: string, flags: ImportFlags): Promise<number> => {
  const folder = await existingFolder(given)
  if (flags.maxDelete !== undefined && !flags.deleteMissing)
    throw new UsageError('--max-delete goes with --delete-missing.')
  const signal = stopSignal()
  const { close, mappings, payload } = await openApp()
  const progress = showProgress('Importing')
  const report = await importFiles({
    payload,
    mappings,
    folder,
    ...flags,
    signal,
    who: 'command line',
    onProgress: progress.update,
  })
  progress.stop()
  print(flags.json ? jsonReport(report) : printReport(report, flags.dryRun ? 'Would import' : 'Imported'))
  await close()
  return exitCodeOf(report, signal)
}

export type ExportFlags = { drafts?: boolean; overwrite?: boolean; json?: boolean }

/** `answerbook export DIR` */
export const runExport = async (given: string, flags: ExportFlags): Promise<number> => {
  const folder = folderOf(given)
  const signal = stopSignal()
  const { close, mappings, payload } = await openApp()
  const progress = showProgress('Exporting')
  const report = await exportFiles({
    payload,
    mappings,
    folder,
    ...flags,
    signal,
    who: 'command line',
    onProgress: progress.update,
  })
  progress.stop()
  print(flags.json ? jsonReport(report) : printReport(report, 'Exported'))
  await close()
  return exitCodeOf(report, signal)
}

/** `answerbook verify DIR` */
export const runVerify = async (given: string, flags: { json?: boolean }): Promise<number> => {
  const folder = await existingFolder(given)
  const signal = stopSignal()
  const { close, mappings, payload } = await openApp()
  const progress = showProgress('Comparing')
  const { differences, ...report } = await verifyFiles({
    payload,
    mappings,
    folder,
    signal,
    onProgress: progress.update,
  })
  progress.stop()
  if (flags.json) print(jsonReport({ ...report, differences }))
  else {
    print(printDifferences(differences))
    print(printReport(report, 'Compared'))
  }
  await close()
  return differences.length > 0 && !signal.aborted ? exitCodes.errors : exitCodeOf(report, signal)
}

const isRole = (value: string): value is Role => roles.some((role) => role === value)

/** `answerbook user EMAIL --role ROLE` */
export const runUser = async (
  email: string,
  { role, json }: { role: string; json?: boolean },
): Promise<number> => {
  if (!isRole(role)) throw new UsageError(`--role must be one of ${roles.join(', ')}.`)
  const { close, payload } = await openApp()
  const { created, ...user } = await makeUser({ payload, email, role })
  const done = created ? 'Created' : 'Reset'
  print(
    json ? jsonReport(user) : `${done} ${user.email} (${user.role}). Password, shown once: ${user.password}`,
  )
  await close()
  return exitCodes.done
}
