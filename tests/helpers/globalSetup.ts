import type { TestProject } from 'vitest/node'
import { findMongodb } from './findMongodb.ts'
import { findPostgres } from './findPostgres.ts'
import type { Skipped } from './skipOrFail.ts'

/** What a test gets of a server by `inject`: its url, to be given a name by `withDatabase`. */
export type ProvidedServer = { url: string } | Skipped

declare module 'vitest' {
  interface ProvidedContext {
    mongodb: ProvidedServer
    postgres: ProvidedServer
  }
}

/** Starts one MongoDB and one Postgres for the whole run, and stops them at the end. */
export default async (project: TestProject): Promise<() => Promise<unknown>> => {
  const [mongodb, postgres] = await Promise.all([findMongodb(), findPostgres()])
  const servers = { mongodb, postgres }
  const stops: (() => Promise<void>)[] = []
  for (const kind of ['mongodb', 'postgres'] as const) {
    const server = servers[kind]
    if ('skipped' in server) {
      console.warn(server.skipped)
      project.provide(kind, server)
      continue
    }
    project.provide(kind, { url: server.url('') })
    stops.push(server.stop)
  }
  return () => Promise.all(stops.map((stop) => stop()))
}
