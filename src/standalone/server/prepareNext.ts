import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import next from 'next'

export type PrepareNextOptions = {
  /** Next's project folder. */
  folder: string
  isDevelopment: boolean
  port: number
  /** Next handles its `upgrade` events, which reload pages in development. */
  server: Server
}

export type PreparedNext = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  close: () => Promise<void>
}

/** Next inside our server: the admin, REST and GraphQL. */
export const prepareNext = async ({
  folder,
  isDevelopment,
  port,
  server,
}: PrepareNextOptions): Promise<PreparedNext> => {
  const app = next({ dev: isDevelopment, dir: folder, httpServer: server, port, quiet: !isDevelopment })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (request, response) => handle(request, response),
    close: () => app.close(),
  }
}
