import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { keepStatistics } from '../../../src/database/statistics.ts'
import { poolOf } from '../../../src/database/postgresConnections.ts'
import { connectionOf } from '../../../src/database/sqliteConnections.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { Act } from '../../bench/scale/act.ts'
import { actsOf } from '../../bench/scale/acts/index.ts'
import { folderOf, openSite } from '../../bench/scale/bootSite.ts'
import { copyFile } from '../../bench/scale/copyValues.ts'
import { multiply } from '../../bench/scale/multiply.ts'
import { tablesOf } from '../../bench/scale/tables.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'
import { onlyOn } from '../../helpers/onlyOn.ts'
import { growingCollections, growingTables } from './growing.ts'
import { profile } from './mongoPlans.ts'
import * as postgres from './postgresPlans.ts'
import { growingPlans, plansOf, recordStatements } from './sqlitePlans.ts'

const articles = 120

// With fewer, a planner reads all of a table with good reason.
const copies = 17

describe.skipIf(skipped())(`query plans on ${database}`, () => {
  let booted: Booted
  let acts: Act[]
  const files = [...generateSite({ articles })]
  const site = folderOf(files)
  const more = folderOf(files.slice(0, 30).map((file) => copyFile(file, copies)))

  beforeAll(async () => {
    booted = await bootPayload()
    await importFiles({ payload: booted.payload, mappings: [articleMapping], folder: site.folder })
    await multiply(booted.payload, copies)
    await keepStatistics(booted.payload.db)
    acts = await actsOf(await openSite(booted, { articles, copies }))
    const whole = (name: string, run: () => Promise<unknown>): Act => ({ name, run })
    const options = { payload: booted.payload, mappings: [articleMapping] }
    acts.push(
      whole('import new files', () => importFiles({ ...options, folder: more.folder })),
      whole('import, nothing changed', () => importFiles({ ...options, folder: site.folder })),
      whole('export', () => exportFiles({ ...options, folder: path.join(booted.folder, 'export') })),
    )
  })
  afterAll(async () => {
    site.remove()
    more.remove()
    await booted.close()
  })

  /** Runs each measured operation once, and returns what `record` has recorded for it. */
  const doAll = async <Noted>(
    record: () => Promise<() => Promise<Noted[]>>,
  ): Promise<Map<string, Noted[]>> => {
    const noted = new Map<string, Noted[]>()
    for (const { name, before, run, after } of acts) {
      await before?.()
      const stop = await record()
      await run()
      noted.set(name, await stop())
      await after?.()
    }
    return noted
  }

  // A run compares the number of file records with that of the last run, in an index.
  const isCompared = (shown: string): boolean => /^select count\(\*\) from .?answerbook.files/.test(shown)

  // A search reads all titles, in an index; an export counts all documents to report its progress.
  const growingOf = (noted: Map<string, { shown: string; readsAll: boolean }[]>): string[] => {
    const mayGrow = new Set(['export', ...acts.filter(({ isSearch }) => isSearch).map(({ name }) => name)])
    return [...noted].flatMap(([name, reads]) =>
      reads
        .filter(({ readsAll, shown }) => readsAll && !mayGrow.has(name) && !isCompared(shown))
        .map(({ shown }) => `${name}: ${shown}`),
    )
  }

  it('the tables that grow are there', async () => {
    const growing = database === 'mongodb' ? growingCollections : growingTables
    expect(await tablesOf(booted.payload).all()).toEqual(expect.arrayContaining([...growing]))
  })

  onlyOn('sqlite', () =>
    it('every query uses an index', async () => {
      const { client } = connectionOf(booted.payload.db) ?? {}
      if (!client) throw new Error('There is no client.')
      const statements = await doAll(() => {
        const { stop } = recordStatements(client)
        return Promise.resolve(() => Promise.resolve(stop()))
      })
      expect([...statements.values()].flat().length).toBeGreaterThan(100)
      const plans = async () => {
        const all: Record<string, string[]> = {}
        for (const [name, recorded] of statements) {
          // An export reads everything, and first counts it to report its progress. A run compares the number of file records
          // and the newest of them with those of the last run, in an index.
          const asked = recorded.filter(
            ({ sql }) =>
              !(name === 'export' && sql.startsWith('select count(*)')) &&
              !/^select (count\(\*\)|id, updated_at) from answerbook_files/.test(sql.replaceAll('"', '')),
          )
          const growing = growingPlans(await plansOf(client, asked))
          if (growing.length > 0) all[name] = growing
        }
        return all
      }
      expect(await plans()).toEqual({})
    }),
  )

  onlyOn('mongodb', () =>
    it('every query uses an index', async () => {
      const { db } = booted.payload.db.connection
      if (!db) throw new Error('There is no connection.')
      const noted = await doAll(() => profile(db))
      expect([...noted.values()].flat().length).toBeGreaterThan(100)
      expect(growingOf(noted)).toEqual([])
    }),
  )

  onlyOn('postgres', () =>
    it('every query uses an index', async () => {
      const pool = poolOf(booted.payload.db)
      if (!pool) throw new Error('There are no connections.')
      const noted = await doAll(() => {
        const { stop } = postgres.recordStatements(pool)
        return Promise.resolve(() => postgres.examine(pool, stop(), (articles * copies) / 4))
      })
      expect([...noted.values()].flat().length).toBeGreaterThan(100)
      expect(growingOf(noted)).toEqual([])
    }),
  )
})
