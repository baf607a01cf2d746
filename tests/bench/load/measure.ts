import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

import { percentile } from '../scale/act.ts'
import { bootApp, openSite } from '../scale/bootSite.ts'
import { baseArticles, copiesFor } from '../scale/seedSite.ts'
import { type Answered, pacedRequests } from './pacedRequests.ts'
import type { Measured, Spread } from './report.ts'
import { readsOf, savesOf } from './requests.ts'
import { worksOf } from './works.ts'

// A separate process, since the config reads its database only once. Standard output is the result.
const [url = '', articles = '', files = '', idleSeconds = '', mostSeconds = '', only = ''] =
  process.argv.slice(2)

const readEvery = 50
const saveEvery = 500
const loopResolution = 10

const app = await bootApp(url)
const site = await openSite(app, { articles: baseArticles, copies: copiesFor(Number(articles)) })
const read = await readsOf(site)
const save = await savesOf(site)

const spreadOf = (answered: readonly Answered[]): Spread => {
  const times = answered.map(({ milliseconds }) => milliseconds)
  return {
    count: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    max: Math.max(...times),
  }
}

const measure = async (name: string, work: () => Promise<unknown>): Promise<Measured> => {
  process.stderr.write(`  ${name}\n`)
  const loop = monitorEventLoopDelay({ resolution: loopResolution })
  const began = performance.now()
  loop.enable()
  const ends = [pacedRequests(readEvery, read), pacedRequests(saveEvery, save)]
  const failed = await work().then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  )
  const seconds = (performance.now() - began) / 1000
  const [reads = [], saves = []] = await Promise.all(ends.map((end) => end()))
  loop.disable()
  // The histogram counts the wait that was asked for.
  const held = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - loopResolution)
  return {
    name,
    seconds,
    reads: spreadOf(reads),
    saves: spreadOf(saves),
    loop: { p99: held(loop.percentile(99)), max: held(loop.max) },
    failures: [...[...reads, ...saves].flatMap(({ failure }) => failure ?? []), ...failed],
  }
}

const results: Measured[] = []
const idle = (seconds: number) => () => pause(seconds * 1000)
await measure('warming up', idle(5))
results.push(await measure('idle', idle(Number(idleSeconds))))
for (const work of worksOf(site, Number(files)).filter(({ name }) => name.includes(only))) {
  const { folder, remove } = work.folder()
  const signal =
    mostSeconds === '' ? new AbortController().signal : AbortSignal.timeout(Number(mostSeconds) * 1000)
  results.push(await measure(work.name, () => work.run(folder, signal)))
  remove()
}
await app.payload.destroy()
process.stdout.write(JSON.stringify(results), () => process.exit(0))
