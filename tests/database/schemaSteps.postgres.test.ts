import type { Migration } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrate, migrateDown } from '../../src/database/migrate.ts'
import { poolOf } from '../../src/database/postgresConnections.ts'
import { MigrationError } from '../../src/database/runSchemaStep.ts'
import { isRecord } from '../../src/documents/documents.ts'
import { type Booted, bootPayload, migrationsOf, skipped } from '../helpers/bootPayload.ts'
import { executeOn } from './executeOn.ts'

describe.skipIf(skipped())('schema steps on Postgres', () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  const databaseIn = (args: unknown): unknown => (isRecord(args) ? args.db : undefined)
  const step = (name: string, ...statements: string[]): Migration => ({
    name,
    up: async (args) => {
      for (const statement of statements) await executeOn(databaseIn(args), statement)
    },
    down: (args) => executeOn(databaseIn(args), 'DROP TABLE made'),
  })
  const names = async (query: string): Promise<unknown[]> =>
    (await poolOf(booted.payload.db)?.query<{ name: string }>(query))?.rows.map(({ name }) => name) ?? []
  const state = async () => ({
    tables: await names("SELECT tablename AS name FROM pg_tables WHERE tablename = 'made'"),
    steps: await names("SELECT name FROM payload_migrations WHERE name LIKE '2099%'"),
  })

  it('a failed step leaves nothing behind, and is reported in one line', async () => {
    const failing = step('2099_fails', 'CREATE TABLE made (id int)', 'ALTER TABLE absent ADD COLUMN x int')
    const migrations = [...(await migrationsOf('postgres')), failing]
    const run = migrate(booted.payload, { migrations })
    await expect(run).rejects.toThrow(MigrationError)
    await expect(run).rejects.toThrow(
      /^Migration 2099_fails failed: relation "absent" does not exist\. The database is as it was before\.$/,
    )
    expect(await state()).toEqual({ tables: [], steps: [] })
  })

  it('a step and its record are written together, and reverted together', async () => {
    const migrations = [...(await migrationsOf('postgres')), step('2099_works', 'CREATE TABLE made (id int)')]
    expect(await migrate(booted.payload, { migrations })).toEqual(['2099_works'])
    expect(await state()).toEqual({ tables: ['made'], steps: ['2099_works'] })
    expect(await migrateDown(booted.payload, { migrations })).toEqual(['2099_works'])
    expect(await state()).toEqual({ tables: [], steps: [] })
  })
})
