import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'

import type { Client } from '@libsql/client'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Makes a consistent copy of a database that may be in use; returns the path of the copy. */
export const backUp = async (client: Client, file: string, label: string): Promise<string> => {
  const folder = path.join(path.dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const copy = path.join(folder, `${path.basename(file, path.extname(file))}-${time}-before-${label}.db`)
  await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  return copy
}

/** Replaces a database that nobody has open with a backup. */
export const restore = (copy: string, file: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  copyFileSync(copy, file)
}

const tablesOf = async (client: Client): Promise<string[]> => {
  const tables = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
  return tables.rows.map(({ name }) => textOf(name))
}

/** Whether a database contains anything but the record of its own migrations. */
export const isFilled = async (client: Client): Promise<boolean> => {
  for (const table of await tablesOf(client)) {
    if (table === 'payload_migrations') continue
    const { rows } = await client.execute(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
    if (rows.length > 0) return true
  }
  return false
}

/** The number of non-null values in each foreign key column. */
export const countRelations = async (client: Client): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const table of await tablesOf(client)) {
    const keys = await client.execute(`PRAGMA foreign_key_list(${quoted(table)})`)
    for (const { from } of keys.rows) {
      const column = textOf(from)
      const counted = await client.execute(`SELECT count(${quoted(column)}) AS n FROM ${quoted(table)}`)
      counts.set(`${table}.${column}`, Number(counted.rows[0]?.n ?? 0))
    }
  }
  return counts
}

/** What a schema step broke: rows that reference nothing, and fewer relations than before. Empty if nothing is lost. */
export const findLosses = async (client: Client, before: ReadonlyMap<string, number>): Promise<string[]> => {
  const dangling = await client.execute('PRAGMA foreign_key_check')
  const after = await countRelations(client)
  const fewer = [...before].flatMap(([column, count]) => {
    const now = after.get(column)
    return now !== undefined && now < count ? [`${column} had ${count} relations and has ${now}`] : []
  })
  return [...dangling.rows.map(({ table }) => `a row of ${textOf(table)} points to nothing`), ...fewer]
}
