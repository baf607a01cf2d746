import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import type { Request, RequestHandler, Response } from 'express'
import type { LevelWithSilent, Logger } from 'pino'
import { type HttpLogger, pinoHttp } from 'pino-http'

const isQuiet = (path: string): boolean => /^\/(healthz|readyz)\/?$/.test(path) || path.startsWith('/_next/')

const idOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}

const logger = (log: Logger): HttpLogger<Request, Response> =>
  pinoHttp<Request, Response>({
    logger: log,
    genReqId: (request, response) => {
      const id = idOf(request)
      response.setHeader('x-request-id', id)
      return id
    },
    wrapSerializers: false,
    // Listed one by one: headers, cookies, queries and bodies may contain secrets.
    serializers: {
      req: (request: Request) => ({
        id: request.id,
        method: request.method,
        path: shownPath(request.originalUrl),
        address: request.ip,
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    quietReqLogger: true,
    customLogLevel: (request, { statusCode }, error): LevelWithSilent => {
      if (error !== undefined || statusCode >= 500) return 'error'
      return isQuiet(request.originalUrl) ? 'debug' : 'info'
    },
  })

/** Gives each request an id and logs one line per response: method, path, status, time. */
export const logRequests = (log: Logger): RequestHandler => logger(log)

/** A request's path as it may be logged: without the query, and without one-time tokens in the path. */
export const shownPath = (url: string): string => {
  const [path = ''] = url.split('?', 1)
  return path.replace(/\/(reset|verify)\/[^/]+/gi, '/$1/…').slice(0, 500)
}
