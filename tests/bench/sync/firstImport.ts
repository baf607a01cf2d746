import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../../src/frontMatter/parse.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { App } from '../scale/bootSite.ts'
import { createLoop } from '../scale/createLoop.ts'
import { emptySite } from '../scale/seedSite.ts'
import { type Row, tablesOf } from '../scale/tables.ts'
import { type Figure, timed } from './figure.ts'
import { peakOf } from './memory.ts'

/** Documents that the loop creates: enough for its rate, which does not depend on the size of the site. */
const loopedDocuments = 2_000

/** A site whose rows fit into memory, which the floor needs. */
const mostInMemory = 50_000

const rowsPerInsert = 1_000

const rankOf = (name: string): number => (name.startsWith('_') ? 1 : 0) + (name.endsWith('_rels') ? 2 : 0)

/** Reads and parses all files, and inserts rows as the driver does it, in the order in which they refer to each other. */
const floor = async (app: App, folder: string, rows: ReadonlyMap<string, readonly Row[]>): Promise<void> => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) parseFrontMatter(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  const tables = tablesOf(app.payload)
  for (const [name, all] of rows)
    for (let at = 0; at < all.length; at += rowsPerInsert)
      await tables.insert(name, all.slice(at, at + rowsPerInsert))
}

/** The seconds that the floor takes with the rows of an imported site, which it leaves in the database. */
const measureFloor = async (app: App, folder: string): Promise<number> => {
  const tables = tablesOf(app.payload)
  const names = (await tables.ofImport()).toSorted((a, b) => rankOf(a) - rankOf(b))
  const rows = new Map<string, Row[]>()
  for (const name of names) rows.set(name, await tables.read(name))
  for (const name of names.toReversed()) await tables.clear(name)
  return timed(() => floor(app, folder, rows))
}

/**
 * The first import of a folder, against reading, parsing and inserting the same rows, and against a loop of
 * `payload.create` by time per document; and its peak memory in MB above that of the started app.
 */
export const measureFirstImport = async (app: App, folder: string): Promise<Figure[]> => {
  await emptySite(app)
  let imported = 0
  const peak = await peakOf(async () => {
    imported = await timed(() => importFiles({ payload: app.payload, mappings: [articleMapping], folder }))
  })
  const articles = (await app.payload.count({ collection: 'articles' })).totalDocs
  const inserted = articles > mostInMemory ? Number.NaN : await measureFloor(app, folder)
  // Starts with the articles in the database, and deletes them.
  const loop = await createLoop(app, loopedDocuments)
  const looped = await timed(loop)
  const perLooped = looped / Math.min(articles, loopedDocuments)
  const perImported = imported / articles
  return [
    { name: 'first import / floor', ours: imported, baseline: inserted, ratio: imported / inserted },
    {
      name: 'payload.create / import, per article',
      ours: perImported,
      baseline: perLooped,
      ratio: perLooped / perImported,
    },
    { name: 'peak memory of the first import, MB', ours: peak, baseline: 250, ratio: peak / 250 },
  ]
}
