import { actsOf } from './acts/index.ts'
import { timeAct } from './act.ts'
import { bootApp, openSite } from './bootSite.ts'
import { growth } from './growth.ts'
import type { Measured } from './report.ts'
import { baseArticles, copiesFor, seedSite } from './seedSite.ts'

// One process for each database and size, since the config reads its database once. Standard output is the result.
const [mode = '', url = '', size = '', rounds = '', only = ''] = process.argv.slice(2)
const app = await bootApp(url)
const articles = Number(size)

const measureActs = async (): Promise<Measured> => {
  await seedSite(app, articles)
  const copies = copiesFor(articles)
  const site = await openSite(app, { articles: baseArticles, copies })
  const timings = []
  for (const act of (await actsOf(site)).filter(({ name }) => name.includes(only))) {
    process.stderr.write(`  ${act.name}\n`)
    timings.push(await timeAct(act, Number(rounds)))
  }
  return { articles: copies * baseArticles, timings }
}

const result = mode === 'import' ? await growth(app, articles) : await measureActs()
await app.payload.destroy()
process.stdout.write(JSON.stringify(result), () => process.exit(0))
