import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { renameCollections } from 'answerbook/database'

export const up = async ({ payload }: MigrateUpArgs): Promise<void> => {
  const { connection } = payload.db
  await renameCollections(payload, { files: 'answerbook-files', runs: 'answerbook-runs' })
  await connection
    .collection('answerbook-files')
    .updateMany({ scope: { $exists: false } }, { $set: { scope: '' } })
}

export const down = ({ payload }: MigrateDownArgs): Promise<void> =>
  renameCollections(payload, { 'answerbook-files': 'files', 'answerbook-runs': 'runs' })
