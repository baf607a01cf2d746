import type { RequestListener } from 'node:http'
import pino from 'pino'
import { z } from 'zod'
import { type AppOptions, createApp } from '../../../src/standalone/server/createApp.ts'
import { realServer } from './realServer.ts'

export type StubApp = {
  address: string
  /** What was logged, one object for each line. */
  logged: () => Record<string, unknown>[]
}

/** The front door on a free port, with `handle` in the place of Payload and Next. */
export const stubApp = async (
  handle: RequestListener,
  options: Partial<AppOptions> = {},
): Promise<StubApp> => {
  const lines: string[] = []
  const app = createApp({
    environment: { imageHosts: [], isSecure: false, trustedProxies: 0 },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    isReady: () => Promise.resolve(true),
    findRedirect: () => Promise.resolve(undefined),
    handle: (request, response) => Promise.resolve(handle(request, response)),
    ...options,
  })
  const { address } = await realServer(app)
  const parsed = (line: string): Record<string, unknown> =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(line))
  return { address, logged: () => lines.map(parsed) }
}

/** Responds with 200 and the body it received, as Payload would read it. */
export const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => response.end(Buffer.concat(chunks)))
}
