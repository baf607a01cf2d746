import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestListener } from 'node:http'

import { onTestFinished } from 'vitest'

const isBound = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Serves on a free port until the test ends. Returns the address, such as `http://127.0.0.1:41234`. */
export const realServer = async (listener: RequestListener): Promise<{ server: Server; address: string }> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const bound = server.address()
  if (!isBound(bound)) throw new Error('The server of the test did not listen on a port.')
  return { server, address: `http://127.0.0.1:${bound.port}` }
}
