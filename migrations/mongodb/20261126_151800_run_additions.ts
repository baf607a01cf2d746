import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const rename = async ({ payload }: MigrateUpArgs, from: string, to: string): Promise<void> => {
  const runs = payload.db.connection.collection('answerbook-runs')
  await runs.updateMany({ [from]: { $exists: true } }, { $rename: { [from]: to } })
}

export const up = (args: MigrateUpArgs): Promise<void> => rename(args, 'brought', 'additions')

export const down = (args: MigrateDownArgs): Promise<void> => rename(args, 'additions', 'brought')
