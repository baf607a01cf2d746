import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import type { Logger } from 'pino'

export type StopOptions = {
  log: Pick<Logger, 'error' | 'info' | 'warn'>
  /** Called one after the other once no request is in progress any more. If one fails, the others still run. */
  close: (() => Promise<void>)[]
  /** How long requests have to finish. Default: 5,000 */
  requestMilliseconds?: number
}

/** Stops a server: accepts no new requests, lets the current ones finish, then closes everything else. */
export const stopGracefully = async (server: Server, options: StopOptions): Promise<void> => {
  const { log, close, requestMilliseconds = 5_000 } = options
  log.info('Stopping.')
  const closed = once(server, 'close')
  server.close()
  // A kept-alive connection becomes idle once its response is sent.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const isDone = await Promise.race([
    closed.then(() => true),
    wait(requestMilliseconds, false, { ref: false }),
  ])
  clearInterval(sweep)
  if (!isDone) log.warn('Some requests did not finish in time and were aborted.')
  server.closeAllConnections()
  for (const step of close) {
    await step().catch((error: unknown) =>
      log.error({ err: error }, 'A part of the server did not close cleanly.'),
    )
  }
}
