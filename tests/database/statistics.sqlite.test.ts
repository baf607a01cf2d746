import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Client } from '@libsql/client'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { serializedClient } from '../../src/database/serializedClient.ts'
import { keepSqliteStatistics } from '../../src/database/sqliteStatistics.ts'

let folder: string
let clients: Client[]

const open = (): Client => {
  const file = path.join(folder, 'statistics.db')
  const { client } = serializedClient({ url: pathToFileURL(file).href }, file)
  clients.push(client)
  return client
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'answerbook-statistics-'))
  clients = []
})

afterEach(() => {
  for (const client of clients) client.close()
  rmSync(folder, { force: true, recursive: true })
})

const addPages = (client: Client, count: number) => {
  const rows = Array.from({ length: count }, (_, at) => [`/page/${at}`, 1] as const)
  const sql = `INSERT INTO pages (url, latest) VALUES ${rows.map(() => '(?, ?)').join(', ')}`
  return client.execute({ sql, args: rows.flat() })
}

const read = (client: Client) => client.execute('SELECT count(*) FROM pages')

const planOf = async (client: Client): Promise<string> => {
  // SQLite notices that the schema has changed when it reads rows, which an EXPLAIN does not.
  await read(client)
  const urls = Array.from({ length: 20 }, (_, at) => `/other/${at}`)
  const { rows } = await client.execute({
    sql: `EXPLAIN QUERY PLAN SELECT * FROM pages WHERE url IN (${urls.map(() => '?').join(', ')}) AND latest = 1`,
    args: urls,
  })
  return rows.map(({ detail }) => JSON.stringify(detail)).join('\n')
}

it('connections that are open while a table grows plan with its new statistics', async () => {
  const [own, other] = [open(), open()]
  await own.execute('PRAGMA journal_mode = WAL')
  await own.execute('CREATE TABLE pages (url TEXT, latest INTEGER, title TEXT)')
  await own.execute('CREATE INDEX pages_url ON pages (url)')
  await own.execute('CREATE INDEX pages_latest ON pages (latest)')
  await addPages(own, 10)
  await keepSqliteStatistics(own)
  for (const client of [own, other]) await read(client)
  await addPages(own, 10_000)
  await keepSqliteStatistics(own)
  for (const client of [own, other]) expect(await planOf(client)).toContain('url=?')
})
