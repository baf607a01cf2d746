import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`files_path_idx\`;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`scope\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`hook_values\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`path_scope_idx\` ON \`files\` (\`path\`,\`scope\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`path_scope_idx\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_path_idx\` ON \`files\` (\`path\`);`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`scope\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`hook_values\`;`)
}
