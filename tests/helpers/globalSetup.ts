import type { TestProject } from 'vitest/node'
import { findMongodb } from './findMongodb.ts'

/** What a test gets by `inject('mongodb')`: the url of a replica set, to be given a name by `withDatabase`. */
export type ProvidedMongodb = { url: string } | { skipped: string }

declare module 'vitest' {
  interface ProvidedContext {
    mongodb: ProvidedMongodb
  }
}

/** Starts one MongoDB for the whole run, and stops it at the end. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const mongodb = await findMongodb()
  if ('skipped' in mongodb) {
    console.warn(mongodb.skipped)
    project.provide('mongodb', mongodb)
    return undefined
  }
  project.provide('mongodb', { url: mongodb.url('') })
  return mongodb.stop
}
