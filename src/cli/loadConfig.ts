import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import type { SanitizedConfig } from 'payload'

import { isRecord } from '../documents/documents.ts'
import { UsageError } from './UsageError.ts'

const patienceMinutes = 5

const isConfig = (value: unknown): value is SanitizedConfig =>
  isRecord(value) && 'collections' in value && 'db' in value

const load = async (file: string): Promise<unknown> => {
  const loaded: unknown = await import(pathToFileURL(file).href)
  return isRecord(loaded) ? await loaded.default : undefined
}

// Modules that wait for one another at their top level never settle, and a timer of theirs would keep the process alive.
const tooLate = async (file: string): Promise<never> => {
  await wait(patienceMinutes * 60_000, undefined, { ref: false })
  throw new Error(`${path.basename(file)} did not load within ${patienceMinutes} minutes.`)
}

/** The config that a file exports. Throws a UsageError if it exports none, an Error if it does not load. */
export const loadConfig = async (file: string): Promise<SanitizedConfig> => {
  const config = await Promise.race([load(file), tooLate(file)])
  if (isConfig(config)) return config
  throw new UsageError(
    `${path.basename(file)} exports no config: it needs "export default buildConfig({ … })".`,
  )
}
