import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { renameCollections } from 'answerbook/database'

export const up = ({ payload }: MigrateUpArgs): Promise<void> =>
  renameCollections(payload, { files: 'answerbook-files', runs: 'answerbook-runs' })

export const down = ({ payload }: MigrateDownArgs): Promise<void> =>
  renameCollections(payload, { 'answerbook-files': 'files', 'answerbook-runs': 'runs' })
