import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "answerbook_results" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"run" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"outcome" varchar NOT NULL,
  	"codes" varchar,
  	"size" numeric NOT NULL,
  	"files" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "answerbook_changes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"relation_to" varchar NOT NULL,
  	"document" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"spread" varchar,
  	"path" varchar,
  	"was" varchar,
  	"title" varchar,
  	"fields" jsonb,
  	"files" jsonb,
  	"who" varchar,
  	"changed_at" varchar NOT NULL
  );
  
  ALTER TABLE "answerbook_runs" ADD COLUMN "is_dry" boolean;
  ALTER TABLE "answerbook_runs" ADD COLUMN "request" jsonb;
  ALTER TABLE "answerbook_runs" ADD COLUMN "attempts" numeric;
  ALTER TABLE "answerbook_runs" ADD COLUMN "progress" jsonb;
  ALTER TABLE "answerbook_runs" ADD COLUMN "cancelled_at" timestamp(3) with time zone;
  CREATE INDEX "answerbook_results_updated_at_idx" ON "answerbook_results" USING btree ("updated_at");
  CREATE INDEX "answerbook_results_created_at_idx" ON "answerbook_results" USING btree ("created_at");
  CREATE INDEX "run_position_idx" ON "answerbook_results" USING btree ("run","position");
  CREATE INDEX "relationTo_document_idx" ON "answerbook_changes" USING btree ("relation_to","document");
  CREATE INDEX "kind_changedAt_idx" ON "answerbook_changes" USING btree ("kind","changed_at");
  CREATE INDEX "relationTo_was_idx" ON "answerbook_changes" USING btree ("relation_to","was");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "answerbook_results" CASCADE;
  DROP TABLE "answerbook_changes" CASCADE;
  ALTER TABLE "answerbook_runs" DROP COLUMN "is_dry";
  ALTER TABLE "answerbook_runs" DROP COLUMN "request";
  ALTER TABLE "answerbook_runs" DROP COLUMN "attempts";
  ALTER TABLE "answerbook_runs" DROP COLUMN "progress";
  ALTER TABLE "answerbook_runs" DROP COLUMN "cancelled_at";`)
}
