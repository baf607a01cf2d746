import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import pino from 'pino'

import { createApp } from '../../src/standalone/server/createApp.ts'
import { findRedirect } from '../../src/urls/redirects/findRedirect.ts'

export type Served = { fetch: typeof fetch; close: () => Promise<void> }

const isAddress = (value: unknown): value is AddressInfo => typeof value === 'object' && value !== null

/** A `fetch` that reaches the API of an app at any URL, and our own server with its redirects everywhere else. */
export const serve = async (payload: Payload, config: SanitizedConfig): Promise<Served> => {
  const app = createApp({
    environment: { imageHosts: [], isSecure: false, trustedProxies: 0 },
    log: pino({ level: 'silent' }),
    isReady: () => Promise.resolve(true),
    findRedirect: findRedirect(payload),
    handle: (_request, response) => {
      response.writeHead(404).end()
      return Promise.resolve()
    },
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = isAddress(address) ? address.port : 0
  const real = globalThis.fetch
  return {
    fetch: (input, init) => {
      const request = new Request(input, init)
      const { pathname, search } = new URL(request.url)
      if (pathname.startsWith('/api/')) return handleEndpoints({ config, request })
      return real(`http://127.0.0.1:${port}${pathname}${search}`, init)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
