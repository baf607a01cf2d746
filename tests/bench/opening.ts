import { randomBytes } from 'node:crypto'

import { Command } from 'commander'

import { type RunningServer, startServer } from '../helpers/startServer.ts'
import { dropFileCache } from './load/dropFileCache.ts'
import { withSite } from './load/withSite.ts'

type Flags = { articles: string; databases: string; keep?: string }

const program = new Command('bench:opening')
  .description("Times how the admin's list opens right after a start, on the built server.")
  .option('--articles <number>', 'size of the site, in whole copies of 2,000', '36000')
  .option('--databases <list>', 'some of sqlite, mongodb and postgres', 'sqlite,mongodb,postgres')
  .option(
    '--keep <folder>',
    'keep seeded databases for the next run (MongoDB, Postgres: at TEST_MONGODB_URL, TEST_POSTGRES_URL)',
  )
const { articles, databases, keep } = program.parse().opts<Flags>()

const list = '/admin/collections/articles'

/** Signs in an admin; returns the cookie of the session. */
const signIn = async ({ makeUser, url }: RunningServer): Promise<string> => {
  const { email, password } = await makeUser('opening@example.com', 'admin')
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const [cookie = ''] = response.headers.getSetCookie()
  if (cookie === '') throw new Error(`Signing in got ${response.status}.`)
  return cookie.split(';')[0] ?? ''
}

/** Milliseconds until the whole page has arrived. */
const open = async ({ url }: RunningServer, cookie: string): Promise<number> => {
  const began = performance.now()
  const response = await fetch(url + list, { headers: { Cookie: cookie }, redirect: 'manual' })
  const page = await response.text()
  const milliseconds = performance.now() - began
  if (response.status !== 200 || !page.includes('collection-list'))
    throw new Error(`${list} got ${response.status} and no list.`)
  return milliseconds
}

const measure = async (databaseUrl: string): Promise<Record<string, number>> => {
  const options = { databaseUrl, content: '', secret: randomBytes(32).toString('hex') }
  const first = await startServer(options)
  const cookie = await signIn(first)
  await first.stop()
  const server = await startServer(options)
  try {
    const times: Record<string, number> = {}
    dropFileCache()
    times['first after a start, cold cache'] = await open(server, cookie)
    times['second'] = await open(server, cookie)
    dropFileCache()
    times['cold cache again'] = await open(server, cookie)
    return times
  } finally {
    await server.stop()
  }
}

for (const database of databases.split(',')) {
  const times = await withSite({ database, articles, keep }, measure)
  console.log(`${database}: ${articles} articles, ms`)
  console.table(Object.entries(times ?? {}).map(([opened, time]) => ({ opened, ms: time.toFixed(0) })))
}
process.exit(0)
