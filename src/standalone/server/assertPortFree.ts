import { createServer } from 'node:http'

import { listen } from './listen.ts'

/** Throws a ConfigurationError where a port is taken, before anything that takes time has begun. */
export const assertPortFree = async (port: number): Promise<void> => {
  const server = createServer()
  await listen(server, port)
  await new Promise((resolve) => server.close(resolve))
}
