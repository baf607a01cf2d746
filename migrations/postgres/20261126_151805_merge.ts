import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "answerbook_runs" RENAME COLUMN "brought" TO "additions";
  ALTER TABLE "answerbook_files" ADD COLUMN "conflicts" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "answerbook_runs" RENAME COLUMN "additions" TO "brought";
  ALTER TABLE "answerbook_files" DROP COLUMN "conflicts";`)
}
