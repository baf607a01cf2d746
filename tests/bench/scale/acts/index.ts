import { poolOf } from '../../../../src/database/postgresConnections.ts'
import { connectionOf } from '../../../../src/database/sqliteConnections.ts'
import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'
import { lists } from './lists.ts'
import { opening } from './opening.ts'
import { reading } from './reading.ts'
import { saving } from './saving.ts'
import { searches } from './searches.ts'
import { syncing } from './syncing.ts'
import { targets } from './targets.ts'

/** The name of the baseline, which shows the state of the machine without our code. */
export const baseline = '100 reads by primary key, no Payload (baseline)'

/** Creates a function that reads one article by its key, through the driver alone. */
const makeReadByKey = async ({ payload }: Site, id: string): Promise<() => Promise<unknown>> => {
  const sqlite = connectionOf(payload.db)
  if (sqlite) return () => sqlite.client.execute({ sql: 'SELECT id FROM articles WHERE id = ?', args: [id] })
  const pool = poolOf(payload.db)
  if (pool) return () => pool.query('SELECT id FROM articles WHERE id = $1', [id])
  const articles = payload.db.connection.collection('articles')
  const { _id } = (await articles.findOne({})) ?? {}
  return () => articles.findOne({ _id }, { projection: { _id: 1 } })
}

/** All measured acts, in the order of the table. */
export const actsOf = async (site: Site): Promise<Act[]> => {
  const { id } = await site.load(site.nextFile())
  const readByKey = await makeReadByKey(site, String(id))
  return [
    {
      name: baseline,
      run: async () => {
        for (let at = 0; at < 100; at += 1) await readByKey()
      },
    },
    ...(await lists(site)),
    ...opening(site),
    ...saving(site),
    ...(await targets(site)),
    ...searches(site),
    ...(await reading(site)),
    ...syncing(site),
  ]
}
