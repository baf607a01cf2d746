import { createServer } from 'node:http'
import path from 'node:path'

import type { Payload } from 'payload'

import { pendingSteps } from '../../database/migrate.ts'
import { keepStatistics } from '../../database/statistics.ts'
import { type ShownProgress, showProgress } from '../../progress/showProgress.ts'
import { closePayload } from '../../setup/closePayload.ts'
import { createLogger } from '../../setup/createLogger.ts'
import { ensureSecret } from '../../setup/ensureSecret.ts'
import { readEnvironment } from '../../setup/environment.ts'
import { loadEnvironmentFile } from '../../setup/loadEnvironmentFile.ts'
import { createFirstAdmin } from './createFirstAdmin.ts'
import { openPayload } from '../../setup/openPayload.ts'
import { markGoneRuns } from '../../sync/records/goneRuns.ts'
import { buildAdmin } from './buildAdmin.ts'
import { createApp } from './createApp.ts'
import { findRedirect } from '../../urls/redirects/findRedirect.ts'
import { assertPortFree, listen } from './listen.ts'
import { migrateInChild } from './migrateInChild.ts'
import { prepareNext } from './prepareNext.ts'
import { cachedCheck } from './cachedCheck.ts'
import { stopGracefully } from './stopGracefully.ts'
import { stopOnSignals } from './stopOnSignals.ts'
import { warmUp } from './warmUp.ts'
import { startupMessage } from './startupMessage.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export type StartOptions = { root: string; isDevelopment: boolean }

/**
 * Starts the server in any environment: creates the secret, the database, the admin's build and the first admin if they
 * are missing, and then listens. Throws a ConfigurationError if the configuration is invalid, another error if a step
 * fails.
 */
export const start = async (options: StartOptions): Promise<void> => {
  const shown = showProgress(process.stdout)
  try {
    say(await startUp(options, shown))
  } finally {
    shown.stop({ done: false })
  }
}

// An app whose content comes from editors needs statistics as much as one with an import.
const keepStatisticsHourly = ({ db, logger }: Payload): void => {
  const keep = (): void => {
    keepStatistics(db).catch((error: unknown) => {
      logger.warn({ err: error, msg: 'The statistics of the database could not be updated.' })
    })
  }
  setInterval(keep, 60 * 60 * 1_000).unref()
}

const startUp = async (
  { isDevelopment, root }: StartOptions,
  { stop, update }: ShownProgress,
): Promise<string> => {
  loadEnvironmentFile(root)
  if (ensureSecret(root)) say('Generated a secret and saved it in .env.')
  const environment = readEnvironment(root)
  await assertPortFree(environment.port)
  await migrateInChild(update)
  if (!isDevelopment) await buildAdmin(root, update)

  update({ phase: 'open', done: 0 })
  const { default: config } = await import('@payload-config')
  const payload = await openPayload({ config, cron: true })
  await markGoneRuns(payload)
  keepStatisticsHourly(payload)
  const firstAdmin = await createFirstAdmin(payload)

  update({ phase: 'serve', done: 0 })
  const log = createLogger(environment)
  const server = createServer()
  const next = await prepareNext({
    folder: path.join(root, 'src/standalone'),
    isDevelopment,
    port: environment.port,
    server,
  })
  // In development, Next compiles pages on demand.
  if (!isDevelopment) {
    await warmUp(next.handle).catch((error: unknown) =>
      log.warn({ err: error }, 'The admin panel could not be preloaded; its first page will take longer.'),
    )
  }
  const isUpToDate = cachedCheck(async () => (await pendingSteps(payload)).length === 0, {
    ttl: 1_000,
    timeout: 2_000,
  })
  let isStopping = false
  const app = createApp({
    environment,
    isDevelopment,
    log,
    isReady: async () => !isStopping && (await isUpToDate()),
    findRedirect: findRedirect(payload),
    handle: next.handle,
  })
  server.on('request', app)
  await listen(server, environment.port)
  stopOnSignals(async () => {
    isStopping = true
    await stopGracefully(server, { log, close: [next.close, () => closePayload(payload)] })
  })
  stop()
  return startupMessage({ environment, firstAdmin })
}
