import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Payload, SanitizedConfig } from 'payload'
import { BasePayload } from 'payload'
import { findConfig, loadEnv } from 'payload/node'

import type { Mapping } from '../mapping/types.ts'
import { registeredMappings } from '../plugin/registeredMapping.ts'
import { ensureSecret } from '../setup/ensureSecret.ts'
import { isRecord } from '../store/documents.ts'
import type { OnProgress } from '../store/phases.ts'
import { bringSchema } from './bringSchema.ts'
import { resultsOnly } from './resultsOnly.ts'
import { UsageError } from './UsageError.ts'

/** An app with the plugin, opened for one command. */
export type OpenApp = { payload: Payload; mappings: Mapping[]; close: () => Promise<void> }

const isConfig = (value: unknown): value is SanitizedConfig =>
  isRecord(value) && 'collections' in value && 'db' in value

// Only our own app makes secrets; another app has its own way.
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

const loadConfig = async (file: string): Promise<SanitizedConfig> => {
  const loaded: unknown = await import(pathToFileURL(file).href)
  const config = isRecord(loaded) ? await loaded.default : undefined
  if (isConfig(config)) return config
  throw new UsageError(
    `${path.basename(file)} exports no config: it needs "export default buildConfig({ … })".`,
  )
}

/**
 * Opens the app of the current folder without a server: reads `.env`, the config, and on an empty database brings the
 * schema first. Logs go to standard error. Throws a UsageError when there is no app, or the plugin is not in it.
 */
export const openApp = (onProgress: OnProgress): Promise<OpenApp> => resultsOnly(() => open(onProgress))

const open = async (onProgress: OnProgress): Promise<OpenApp> => {
  loadEnv()
  const file = locateConfig()
  const root = path.dirname(file)
  if (isOwnApp(root)) ensureSecret(root)
  const config = await loadConfig(file)
  const mappings = registeredMappings({ config })
  if (!mappings) throw new UsageError('The config of this app has no answerbookPlugin() among its plugins.')
  Object.assign(config, {
    logger: { options: { level: process.env.LOG_LEVEL ?? 'error' }, destination: process.stderr },
  })
  // One Payload for one command: nothing of it stays behind in the process.
  const payload = await new BasePayload().init({ config, disableOnInit: true })
  await bringSchema(payload, onProgress)
  return { payload, mappings, close: () => payload.destroy() }
}
