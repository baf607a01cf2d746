import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answerbook_runs\` RENAME COLUMN "brought" TO "additions";`)
  await db.run(sql`ALTER TABLE \`answerbook_files\` ADD \`conflicts\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answerbook_runs\` RENAME COLUMN "additions" TO "brought";`)
  await db.run(sql`ALTER TABLE \`answerbook_files\` DROP COLUMN \`conflicts\`;`)
}
