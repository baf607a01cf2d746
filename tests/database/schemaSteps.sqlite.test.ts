import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { type Client, createClient } from '@libsql/client'
import type { Migration } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrate } from '../../src/database/migrate.ts'
import { MigrationError, runSchemaStep } from '../../src/database/runSchemaStep.ts'
import { connectionOf, rememberConnection } from '../../src/database/sqliteConnections.ts'
import { countRelations } from '../../src/database/sqliteSafety.ts'
import type { DocumentId } from '../../src/documents/documents.ts'
import { articlesOf } from '../helpers/articlesOf.ts'
import { type Booted, bootPayload, migrationsOf } from '../helpers/bootPayload.ts'
import { makeUsers } from '../helpers/makeUsers.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The statements that drizzle generates to rebuild a table, such as for a column that becomes required. */
const rebuild = async (client: Client, table: string): Promise<string[]> => {
  const statementsOf = async (type: string) => {
    const found = await client.execute({
      sql: 'SELECT sql FROM sqlite_master WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL',
      args: [type, table],
    })
    return found.rows.map((row) => textOf(row.sql))
  }
  const [create = ''] = await statementsOf('table')
  const names = await client.execute(`PRAGMA table_info(${table})`)
  const columns = names.rows.map(({ name }) => `"${textOf(name)}"`).join(', ')
  return [
    create.replace(table, `__new_${table}`),
    `INSERT INTO __new_${table} (${columns}) SELECT ${columns} FROM ${table}`,
    `DROP TABLE ${table}`,
    `ALTER TABLE __new_${table} RENAME TO ${table}`,
    ...(await statementsOf('index')),
  ]
}

describe('schema steps on SQLite', () => {
  let booted: Booted
  let id: DocumentId
  let client: Client
  let related: DocumentId[]
  const backups = () =>
    existsSync(path.join(booted.folder, 'backups')) ? readdirSync(path.join(booted.folder, 'backups')) : []
  beforeAll(async () => {
    booted = await bootPayload()
    const opened = connectionOf(booted.payload.db)
    if (!opened) throw new Error('No SQLite file is open.')
    client = opened.client
  })
  afterAll(() => booted.close())

  it('an empty database is not backed up', () => {
    expect(backups()).toEqual([])
  })

  it('a database without any relation is backed up as well', async () => {
    const subject = await articlesOf(booted.payload).subject()
    await runSchemaStep(booted.payload, 'alone', async () => {})
    expect(backups()).toEqual([expect.stringMatching(/^answerbook-.*-before-alone\.db$/)])
    const articles = articlesOf(booted.payload)
    related = [(await articles.publish({ subject })).id, (await articles.publish({ subject })).id]
    id = (await articles.publish({ subject, relatedArticles: related })).id
    await articles.saveDraft(id, { answer: 'Draft.' })
    await makeUsers(booted.payload)
  })

  it('a step that rebuilds a filled table keeps every row and relation', async () => {
    const before = await countRelations(client)
    expect([...before.values()].filter((count) => count > 0).length).toBeGreaterThan(5)
    const step = (table: string): Migration => ({
      name: `2099_rebuild_${table}`,
      up: async () => {
        const statements = await rebuild(client, table)
        for (const statement of ['PRAGMA foreign_keys=OFF', ...statements, 'PRAGMA foreign_keys=ON'])
          await client.execute(statement)
      },
      down: async () => {},
    })
    const steps = [...(await migrationsOf('sqlite')), step('articles'), step('subjects'), step('users')]
    expect(await migrate(booted.payload, { migrations: steps })).toEqual(
      steps.slice(-3).map(({ name }) => name),
    )
    expect(await countRelations(client)).toEqual(before)
    expect(await articlesOf(booted.payload).row(id)).toMatchObject({ relatedArticles: related })
    expect(await articlesOf(booted.payload).latest(id)).toMatchObject({
      answer: 'Draft.',
      relatedArticles: related,
    })
    expect(backups()).toHaveLength(4)
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.[0]).toBe(1)
    expect(await migrate(booted.payload, { migrations: steps })).toEqual([])
  })

  const failures: [name: string, step: (copy: Client) => Promise<void>, message: RegExp][] = [
    [
      'loses relations',
      async (copy) => {
        for (const statement of await rebuild(copy, 'articles')) await copy.execute(statement)
      },
      /articles_rels\.\w+ had \d+ relations and has \d+/,
    ],
    [
      'leaves rows that point to nothing',
      async (copy) => {
        await copy.execute('PRAGMA foreign_keys=OFF')
        await copy.execute('DELETE FROM subjects')
      },
      /a row of articles points to nothing/,
    ],
    [
      'fails halfway',
      async (copy) => {
        await copy.execute('PRAGMA foreign_keys=OFF')
        await copy.execute('DELETE FROM users')
        await copy.execute('ALTER TABLE absent ADD COLUMN x')
      },
      /no such table: absent/,
    ],
    [
      'fails in words of the query builder',
      async (copy) => {
        const query = 'ALTER TABLE absent ADD COLUMN x'
        await copy.execute(query).catch((cause: unknown) => {
          throw new Error(`Failed query: ${query}`, { cause })
        })
      },
      /^Migration broken failed: [^\n]*no such table: absent[^\n]*$/,
    ],
  ]
  it.each(failures)('a step that %s is undone', async (name, step, message) => {
    await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    const file = path.join(booted.folder, `${name.replaceAll(' ', '-')}.db`)
    copyFileSync(path.join(booted.folder, 'answerbook.db'), file)
    const own = connectionOf(booted.payload.db)
    const copy = createClient({ url: `file:${file}` })
    const rows = async (reader: Client) =>
      (
        await reader.execute(
          'SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM subjects) AS subjects',
        )
      ).rows
    const before = [await countRelations(copy), await rows(copy)]
    rememberConnection(booted.payload.db, { client: copy, file })
    try {
      const failing = runSchemaStep(booted.payload, 'broken', () => step(copy))
      await expect(failing).rejects.toThrow(MigrationError)
      await expect(failing).rejects.toThrow(message)
      await expect(failing).rejects.toThrow(/restored from .*-before-broken\.db/)
    } finally {
      if (own) rememberConnection(booted.payload.db, own)
    }
    const restored = createClient({ url: `file:${file}` })
    expect([await countRelations(restored), await rows(restored)]).toEqual(before)
    restored.close()
  })
})
