import type { TestProject } from 'vitest/node'

import { buildAdmin } from './buildAdmin.ts'
import { findMongodb } from './findMongodb.ts'
import { findPostgres } from './findPostgres.ts'
import type { Skipped } from './skipOrFail.ts'

/** The value of a server that tests get by `inject`: its URL, to be completed by `withDatabase`. */
export type ProvidedServer = { url: string } | Skipped

declare module 'vitest' {
  interface ProvidedContext {
    mongodb: ProvidedServer
    postgres: ProvidedServer
  }
}

type Stop = () => unknown

const findServer = { mongodb: findMongodb, postgres: findPostgres }

const startServer = async (project: TestProject, kind: 'mongodb' | 'postgres'): Promise<Stop> => {
  const server = await findServer[kind]()
  if ('skipped' in server) {
    console.warn(server.skipped)
    project.provide(kind, server)
    return () => undefined
  }
  project.provide(kind, { url: server.url('') })
  return server.stop
}

/**
 * Prepares what the projects of a run need, once for all of them: one MongoDB, one Postgres, the admin, and the apps with
 * the package. At the end, stops and removes everything that is not kept.
 */
export default async (project: TestProject): Promise<Stop> => {
  const names = project.vitest.projects.map(({ name }) => name)
  const isNeededBy = (...users: string[]): boolean => users.some((user) => names.includes(user))
  const stops: Stop[] = []
  const starts = (['mongodb', 'postgres'] as const).map(async (kind) => {
    if (isNeededBy(kind, 'browser', 'package')) stops.push(await startServer(project, kind))
    else project.provide(kind, { skipped: `No project of this run needs ${kind}.` })
  })
  await Promise.all(starts)
  // A build waits for neither of these two, and both leave a core idle now and then.
  await Promise.all([
    isNeededBy('browser') ? buildAdmin() : undefined,
    isNeededBy('package')
      ? import('../package/installApps.ts').then(async ({ installApps }) =>
          stops.push(await installApps(project)),
        )
      : undefined,
  ])
  return () => Promise.all(stops.map((stop) => stop()))
}
