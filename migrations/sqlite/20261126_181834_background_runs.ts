import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`answerbook_results\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`run\` text NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`codes\` text,
  	\`size\` numeric NOT NULL,
  	\`files\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`answerbook_results_updated_at_idx\` ON \`answerbook_results\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`answerbook_results_created_at_idx\` ON \`answerbook_results\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`run_position_idx\` ON \`answerbook_results\` (\`run\`,\`position\`);`)
  await db.run(sql`CREATE TABLE \`answerbook_changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`relation_to\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`spread\` text,
  	\`path\` text,
  	\`was\` text,
  	\`title\` text,
  	\`fields\` text,
  	\`files\` text,
  	\`who\` text,
  	\`changed_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`relationTo_document_idx\` ON \`answerbook_changes\` (\`relation_to\`,\`document\`);`)
  await db.run(sql`CREATE INDEX \`kind_changedAt_idx\` ON \`answerbook_changes\` (\`kind\`,\`changed_at\`);`)
  await db.run(sql`CREATE INDEX \`relationTo_was_idx\` ON \`answerbook_changes\` (\`relation_to\`,\`was\`);`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` ADD \`is_dry\` integer;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` ADD \`request\` text;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` ADD \`attempts\` numeric;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` ADD \`progress\` text;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` ADD \`cancelled_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`answerbook_results\`;`)
  await db.run(sql`DROP TABLE \`answerbook_changes\`;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` DROP COLUMN \`is_dry\`;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` DROP COLUMN \`request\`;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` DROP COLUMN \`attempts\`;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` DROP COLUMN \`progress\`;`)
  await db.run(sql`ALTER TABLE \`answerbook_runs\` DROP COLUMN \`cancelled_at\`;`)
}
