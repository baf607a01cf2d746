import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

// One path for each part that Next has built: the admin and Payload's endpoints.
const paths = ['/admin/login', '/api/users/me']

/**
 * Makes some requests of its own, on a port that only this machine can reach, before anybody else can. The first
 * request to each part loads and compiles all of its code, which takes seconds on a cold disk. Throws if one gets no
 * response.
 */
export const warmUp = async (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<void> => {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (const path of paths) await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer()
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
