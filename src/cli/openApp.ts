import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload, SanitizedConfig } from 'payload'
import { BasePayload } from 'payload'
import { findConfig, loadEnv } from 'payload/node'

import type { Mapping } from '../mapping/types.ts'
import { ensureLinkIndexes } from '../links/linkFields.ts'
import { registeredMappings } from '../documents/registeredOptions.ts'
import { ensureSecret } from '../setup/ensureSecret.ts'
import type { OnProgress } from '../progress/phases.ts'
import { ensureSchema } from './ensureSchema.ts'
import { loadConfig } from './loadConfig.ts'
import { type StopsAfter, stopSignal } from './stopSignal.ts'
import { UsageError } from './UsageError.ts'

/** An app with the plugin, opened for one command; `signal` is aborted when it should stop. */
export type OpenApp = {
  payload: Payload
  mappings: readonly Mapping[]
  signal: AbortSignal
  close: () => Promise<void>
}

/** `writes`: whether the command may write to the database; `stopsAfter`: `batch` by default. */
type Use = { onProgress: OnProgress; writes: boolean; stopsAfter?: StopsAfter }

// Only our own app generates secrets; another app has its own way.
const isOwnApp = (root: string): boolean => {
  const file = path.join(root, 'package.json')
  return existsSync(file) && /"name":\s*"answerbook"/.test(readFileSync(file, 'utf8'))
}

const locateConfig = (): string => {
  try {
    return findConfig()
  } catch (error) {
    throw new UsageError('There is no payload.config.ts here: run the command in the folder of your app.', {
      cause: error,
    })
  }
}

// In development, Payload's SQL adapters change the schema when they open a database, and may prompt on the terminal
// first.
const initialize = (config: SanitizedConfig, push: boolean): Promise<Payload> => {
  process.env.PAYLOAD_MIGRATING = push ? 'false' : 'true'
  // One Payload per command: nothing of it remains in the process.
  return new BasePayload().init({ config, disableOnInit: true })
}

/**
 * Opens the app of the current folder without a server: reads `.env` and the config and, for a command that writes,
 * creates the schema in an empty database. An existing schema is never changed. Logs go to standard error. Throws a
 * UsageError if there is no app, if it lacks the plugin, or if the database is not ready for it.
 */
export const openApp = (use: Use): Promise<OpenApp> => redirectStdout(() => open(use))

const open = async ({ onProgress, stopsAfter = 'batch', writes }: Use): Promise<OpenApp> => {
  loadEnv()
  const file = locateConfig()
  const root = path.dirname(file)
  if (isOwnApp(root)) ensureSecret(root)
  const config = await loadConfig(file)
  const mappings = registeredMappings({ config })
  if (!mappings) throw new UsageError('The config of this app has no answerbookPlugin() among its plugins.')
  Object.assign(config, {
    // In development, Payload would start again in a child process, and write the app's types.
    typescript: { ...config.typescript, autoGenerate: false },
    logger: { options: { level: process.env.LOG_LEVEL ?? 'error' }, destination: process.stderr },
  })
  let payload = await initialize(config, false)
  const signal = stopSignal(stopsAfter)
  if ((await ensureSchema(payload, { writes, onProgress, mayPush: true })) === 'new') {
    await payload.destroy()
    payload = await initialize(config, true)
    await ensureSchema(payload, { writes, onProgress, mayPush: false })
  }
  if (writes)
    await ensureLinkIndexes(payload, (progress) =>
      onProgress({ phase: 'schema', about: 'the index of links', ...progress }),
    )
  return { payload, mappings, signal, close: () => payload.destroy() }
}

/** Redirects what libraries print while some work runs to standard error: standard output is for results alone. */
const redirectStdout = async <T>(work: () => Promise<T>): Promise<T> => {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  try {
    return await work()
  } finally {
    process.stdout.write = write
  }
}
