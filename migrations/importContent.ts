import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { importAsMigration, revertImportMigration } from 'answerbook'
import { readEnvironment } from 'answerbook/app'
import type { Payload, PayloadRequest } from 'payload'

import { articleMapping } from '../collections/index.ts'

type MigrationArguments = { payload: Payload; req: PayloadRequest }

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Imports CONTENT_DIR; does nothing if it is empty. */
export const up = async ({ req }: MigrationArguments): Promise<void> => {
  const { contentFolder } = readEnvironment(root)
  if (contentFolder !== undefined)
    await importAsMigration({ folder: contentFolder, mappings: [articleMapping], req })
}

/** Reverts exactly what the import created. */
export const down = async ({ req }: MigrationArguments): Promise<void> => {
  await revertImportMigration({ mappings: [articleMapping], req })
}
