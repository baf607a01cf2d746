import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { generateSite, type SiteFile } from '../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { type Booted, bootPayload, skipped } from '../../helpers/bootPayload.ts'
import { copyFile } from './copyValues.ts'
import { multiply } from './multiply.ts'
import { type Row, type Tables, tablesOf } from './tables.ts'

const site = [...generateSite({ articles: 60 })]
const doubled = [...site, ...site.map((file) => copyFile(file, 1))]

const write = (folder: string, files: readonly SiteFile[]): void => {
  for (const { path: name, text } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{24}\b/g

/** A description of what an id refers to, the same in every database. */
const nameOf = (table: string, row: Row): string => {
  const version = typeof row.version === 'object' ? row.version : {}
  const { from, path: file, position, slug, title, to, url, version_url: versionUrl } = { ...version, ...row }
  return JSON.stringify([table, file ?? versionUrl ?? url ?? slug ?? title, from, position, to])
}

/** All rows of the tables that an import fills, with ids replaced by what they refer to, and without times. */
const contents = async (tables: Tables): Promise<Record<string, string[]>> => {
  const names = new Map<string, string>()
  const rowsOf = new Map<string, Row[]>()
  for (const table of await tables.all()) {
    const rows = await tables.read(table)
    rowsOf.set(table, rows)
    for (const row of rows) names.set(String(row.id ?? row._id), nameOf(table, row))
  }
  const told = (row: Row): string =>
    JSON.stringify(row, (key, value: unknown) =>
      /^(version_)?(created_?at|updated_?at)$/i.test(key) || (key === 'id' && typeof value === 'number')
        ? undefined
        : value,
    )
  // Links are named by the documents at both ends, so ids occur twice.
  const withoutIds = (text: string): string =>
    [1, 2].reduce((before) => before.replaceAll(anyId, (id) => names.get(id) ?? 'unknown'), text)
  const ofImport = await tables.ofImport()
  return Object.fromEntries(
    ofImport.map((table) => [table, (rowsOf.get(table) ?? []).map((row) => withoutIds(told(row))).sort()]),
  )
}

const reason = skipped()
if (reason !== undefined) console.warn(reason)

describe.skipIf(reason !== undefined)('a multiplied site', () => {
  let booted: Booted
  let tables: Tables
  const options = () => ({ payload: booted.payload, mappings: [articleMapping] })

  beforeAll(async () => {
    booted = await bootPayload()
    tables = tablesOf(booted.payload)
  })
  afterAll(() => booted.close())

  it('a multiplied site equals an import of the multiplied files, row by row in every table', async () => {
    const folder = path.join(booted.folder, 'site')
    write(folder, site)
    expect(await importFiles({ ...options(), folder })).toMatchObject({ created: 60, rejected: 0 })
    await multiply(booted.payload, 2)
    const multiplied = await contents(tables)
    expect(Object.values(multiplied).filter((rows) => rows.length > 0).length).toBeGreaterThanOrEqual(3)

    for (const table of await tables.all()) await tables.clear(table)
    write(folder, doubled)
    expect(await importFiles({ ...options(), folder })).toMatchObject({ created: 120, rejected: 0 })
    const imported = await contents(tables)
    expect(Object.keys(multiplied)).toEqual(Object.keys(imported))
    for (const [table, rows] of Object.entries(multiplied)) expect(rows, table).toEqual(imported[table])
  })

  it('a multiplied site is exported byte for byte, and imported without a change', async () => {
    for (const table of await tables.all()) await tables.clear(table)
    const folder = path.join(booted.folder, 'again')
    write(folder, site)
    await importFiles({ ...options(), folder })
    await multiply(booted.payload, 2)
    write(folder, doubled)
    expect(await exportFiles({ ...options(), folder })).toMatchObject({
      unchanged: 120,
      written: 0,
      removed: 0,
    })
    expect(await importFiles({ ...options(), folder })).toMatchObject({
      unchanged: 120,
      created: 0,
      updated: 0,
    })
    rmSync(folder, { recursive: true })
  })
})
