import { createServer } from 'node:http'
import path from 'node:path'

import { pendingSteps } from '../database/migrate.ts'
import { closePayload } from '../setup/closePayload.ts'
import { createLogger } from '../setup/createLogger.ts'
import { ensureSecret } from '../setup/ensureSecret.ts'
import { readEnvironment } from '../setup/environment.ts'
import { loadEnvironmentFile } from '../setup/loadEnvironmentFile.ts'
import { makeFirstAdmin } from '../setup/makeFirstAdmin.ts'
import { openPayload } from '../setup/openPayload.ts'
import { assertPortFree } from './assertPortFree.ts'
import { buildAdmin } from './buildAdmin.ts'
import { createApp } from './createApp.ts'
import { findRedirect } from './findRedirect.ts'
import { listen } from './listen.ts'
import { migrateInChild } from './migrateInChild.ts'
import { prepareNext } from './prepareNext.ts'
import { remembered } from './remembered.ts'
import { stopGracefully } from './stopGracefully.ts'
import { stopOnSignals } from './stopOnSignals.ts'
import { welcome } from './welcome.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/**
 * Starts the server on whatever it finds: makes the secret, the database, the admin's build and the first admin where
 * they are missing, then listens. Throws a ConfigurationError where the configuration cannot be used, another error
 * where a step fails.
 */
export const start = async ({
  root,
  isDevelopment,
}: {
  root: string
  isDevelopment: boolean
}): Promise<void> => {
  loadEnvironmentFile(root)
  if (ensureSecret(root)) say('Made a secret and put it into .env.')
  const environment = readEnvironment(root)
  await assertPortFree(environment.port)
  await migrateInChild(say)
  if (!isDevelopment) await buildAdmin(root, say)

  const { default: config } = await import('@payload-config')
  const payload = await openPayload({ config, cron: true })
  const firstAdmin = await makeFirstAdmin(payload)

  const log = createLogger(environment)
  const server = createServer()
  const next = await prepareNext({
    folder: path.join(root, 'src'),
    isDevelopment,
    port: environment.port,
    server,
  })
  const isUpToDate = remembered(async () => (await pendingSteps(payload)).length === 0, {
    holds: 1_000,
    patience: 2_000,
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
  say(welcome({ environment, firstAdmin }))
}
