import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { findServer } from '../../helpers/findServer.ts'
import { inChild } from '../scale/inChild.ts'

export type SiteOptions = {
  database: string
  articles: string
  /** Where seeded databases are kept for the next run. Default: nowhere. */
  keep: string | undefined
}

const seed = (...args: string[]): Promise<unknown> =>
  inChild(new URL('../scale/measure.ts', import.meta.url), args)

/**
 * Seeds a site like `bench:scale`, and passes on the URL of a copy of it, which may be changed. Undefined if the database
 * is not available on this machine.
 */
export const withSite = async <Result>(
  { articles, database, keep }: SiteOptions,
  use: (url: string) => Promise<Result>,
): Promise<Result | undefined> => {
  const server = await findServer(database)
  if (server && 'skipped' in server) {
    console.warn(server.skipped)
    return undefined
  }
  const folder = keep ?? mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))
  mkdirSync(folder, { recursive: true })
  const fileOf = (name: string): string => path.join(folder, `${name}.db`)
  const placeOf = (name: string): string => (server ? name : fileOf(name))
  const urlOf = (name: string): string => server?.url(name) ?? `file:${fileOf(name)}`
  const seeded = `bench-acts-${articles}`
  try {
    process.stderr.write(`${database}, ${articles} articles\n`)
    await seed('base', urlOf('bench-base'))
    await seed('seed', urlOf(seeded), articles, placeOf('bench-base'))
    await seed('copy', urlOf('bench-copy'), placeOf(seeded))
    return await use(urlOf('bench-copy'))
  } finally {
    await server?.stop()
    if (keep === undefined) rmSync(folder, { force: true, recursive: true })
  }
}
