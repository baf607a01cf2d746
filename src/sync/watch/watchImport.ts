import { watchFolder } from '../../files/watchFolder.ts'
import { importFiles } from '../import/importFiles.ts'
import type { ImportOptions } from '../import/types.ts'
import type { ImportReport } from '../report.ts'
import { type WatchEvents, wholeRun } from './wholeRun.ts'

/** What a watcher needs to import. */
export type WatchImportOptions = Omit<ImportOptions, 'dryRun' | 'signal'> & WatchEvents<ImportReport>

/**
 * Imports a content root, and again whenever files in it have changed, until the signal is aborted. Throws the errors of
 * `importFiles` if the first import fails, and a ContentRootError when the folder cannot be observed.
 */
export const watchImport = async ({
  onFailure,
  onReport,
  signal,
  ...options
}: WatchImportOptions): Promise<void> => {
  // Before the first import, so that what changes meanwhile is imported afterwards.
  const watched = await watchFolder(options.folder)
  const importOnce = async (): Promise<void> => {
    const report = await wholeRun(options, { kind: 'import', signal }, importFiles)
    if (report) onReport(report)
  }
  try {
    await importOnce()
    while (await watched.changed(signal)) await importOnce().catch(onFailure)
  } finally {
    await watched.close()
  }
}
