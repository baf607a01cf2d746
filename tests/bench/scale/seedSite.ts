import { articleMapping } from '../../../collections/articleMapping.ts'
import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { keepStatistics } from '../../../src/database/statistics.ts'
import { connectionOf } from '../../../src/database/sqliteConnections.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { type App, folderOf } from './bootSite.ts'
import { multiply } from './multiply.ts'
import { tablesOf } from './tables.ts'

/** Articles of the site that is imported; larger sites are multiples of it. */
export const baseArticles = 2_000

/** The number of copies of the imported site that result in about that many articles; at least one. */
export const copiesFor = (articles: number): number => Math.max(1, Math.round(articles / baseArticles))

const note = (text: string): void => void process.stderr.write(`${text}\n`)

const setPragma = async ({ payload }: App, pragma: string): Promise<void> => {
  await connectionOf(payload.db)?.client.execute(`PRAGMA ${pragma}`)
}

const importBase = async ({ payload }: App): Promise<void> => {
  const { folder, remove } = folderOf(generateSite({ articles: baseArticles }))
  try {
    const report = await importFiles({
      payload,
      mappings: [articleMapping],
      folder,
      onProgress: ({ done }) => {
        if (done % 500 === 0) note(`  imported ${done} of ${baseArticles}`)
      },
    })
    if (report.created !== baseArticles) throw new Error(`Only ${report.created} files were imported.`)
  } finally {
    remove()
  }
}

/** Removes the content of a site and its users from a database. */
export const emptySite = async ({ payload }: App): Promise<void> => {
  const tables = tablesOf(payload)
  for (const name of await tables.all()) await tables.clear(name)
}

/** Imports the base site into a database with our own import, unless it exists. */
export const seedBase = async (app: App): Promise<void> => {
  if ((await app.payload.count({ collection: 'articles' })).totalDocs === baseArticles) return
  await emptySite(app)
  await importBase(app)
  await setPragma(app, 'wal_checkpoint(TRUNCATE)')
}

/**
 * Fills the database of an app with `articles` articles, in whole copies of the base site, which is taken from another
 * database. If it already contains them, it is not changed; otherwise its content is replaced.
 */
export const seedSite = async (app: App, articles: number, base: string): Promise<void> => {
  const { payload } = app
  const copies = copiesFor(articles)
  const { totalDocs } = await payload.count({ collection: 'articles' })
  if (totalDocs === copies * baseArticles) return
  await emptySite(app)
  await setPragma(app, 'synchronous = OFF')
  await tablesOf(payload).bringFrom(base)
  await multiply(payload, copies, (copy) => {
    if (copy % 10 === 9) note(`  ${(copy + 1) * baseArticles} articles of ${copies * baseArticles}`)
  })
  await keepStatistics(payload.db)
  await setPragma(app, 'wal_checkpoint(TRUNCATE)')
}

/** Fills the database of an app with the content of another one of the same kind, and nothing else. */
export const copySite = async (app: App, other: string): Promise<void> => {
  await emptySite(app)
  await setPragma(app, 'synchronous = OFF')
  await tablesOf(app.payload).bringFrom(other)
  await keepStatistics(app.payload.db)
  await setPragma(app, 'wal_checkpoint(TRUNCATE)')
}
