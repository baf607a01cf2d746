import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { connectionOf } from '../database/sqliteConnections.ts'

/**
 * Lets running jobs finish, within the given number of milliseconds, and then closes the database. A job that is
 * aborted would stay marked as running and never run again.
 */
export const closePayload = async (payload: Payload, { jobMilliseconds = 3_000 } = {}): Promise<void> => {
  const crons = [...payload.crons]
  for (const cron of crons) cron.stop()
  const deadline = Date.now() + jobMilliseconds
  while (crons.some((cron) => cron.isBusy()) && Date.now() < deadline) await wait(50)
  const sqlite = connectionOf(payload.db)
  await payload.destroy()
  sqlite?.client.close()
}
