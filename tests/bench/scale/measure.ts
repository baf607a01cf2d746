import { actsOf } from './acts/index.ts'
import { timeAct } from './act.ts'
import { bootApp, openSite } from './bootSite.ts'
import { growth } from './growth.ts'
import type { Measured } from './report.ts'
import { baseArticles, copiesFor, copySite, seedBase, seedSite } from './seedSite.ts'

// One process for each step, database and size, since the config reads its database once, and a seeding connection is
// faster and less safe than those of the product. Standard output is the result.
const [mode = '', url = '', size = '', ...rest] = process.argv.slice(2)
const app = await bootApp(url)
const articles = Number(size)

const measureActs = async (): Promise<Measured> => {
  const [rounds, only = ''] = rest
  const copies = copiesFor(articles)
  const site = await openSite(app, { articles: baseArticles, copies })
  const timings = []
  for (const act of (await actsOf(site)).filter(({ name }) => name.includes(only))) {
    process.stderr.write(`  ${act.name}\n`)
    timings.push(await timeAct(act, Number(rounds)))
  }
  return { articles: copies * baseArticles, timings }
}

const modes = new Map<string, () => Promise<unknown>>([
  ['acts', measureActs],
  ['base', () => seedBase(app)],
  ['copy', () => copySite(app, size)],
  ['import', () => growth(app, articles)],
  ['seed', () => seedSite(app, articles, rest[0] ?? '')],
])
const result = (await modes.get(mode)?.()) ?? {}
await app.payload.destroy()
process.stdout.write(JSON.stringify(result), () => process.exit(0))
