import { createServer } from 'node:http'

import { listen } from './listen.ts'

/** Throws a ConfigurationError if a port is in use, before anything time-consuming has begun. */
export const assertPortFree = async (port: number): Promise<void> => {
  const server = createServer()
  await listen(server, port)
  await new Promise((resolve) => server.close(resolve))
}
