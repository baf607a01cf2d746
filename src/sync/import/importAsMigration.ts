import { commitTransaction, type PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { progressOfMigration } from '../../database/migrationProgress.ts'
import type { OnProgress } from '../../progress/phases.ts'
import type { ImportReport } from '../report.ts'
import { importFiles } from './importFiles.ts'

export type MigrationImportOptions = {
  folder: string
  mappings: readonly Mapping[]
  /** The migration's request. */
  req: PayloadRequest
  /** Default: the progress callback of the migration. */
  onProgress?: OnProgress
}

/**
 * Imports a content root as a step of a migration. Ends the migration's transaction first: MongoDB aborts a long one,
 * and the import commits in batches of its own. Files that cannot be imported are logged and do not stop it.
 */
export const importAsMigration = async ({
  folder,
  mappings,
  req,
  onProgress = progressOfMigration(req),
}: MigrationImportOptions): Promise<ImportReport> => {
  const { payload } = req
  await commitTransaction(req)
  const report = await importFiles({
    folder,
    mappings,
    payload,
    trigger: 'migration',
    onProgress,
  })
  const { created, rejected, problems } = report
  payload.logger.info({ msg: `Imported ${created} files from ${folder}; ${rejected} were rejected.` })
  for (const problem of problems.filter(({ severity }) => severity === 'error'))
    payload.logger.warn({ msg: problem.message, ...problem })
  return report
}
