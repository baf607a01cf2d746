import type { IncomingMessage, ServerResponse } from 'node:http'

import compression from 'compression'
import express, { type Express } from 'express'
import type { Logger } from 'pino'

import type { Environment } from '../../setup/environment.ts'
import type { FoundRedirect } from '../../urls/redirects/findRedirect.ts'
import { handleErrors } from './handleErrors.ts'
import { health } from './health.ts'
import { limitBodies } from './limitBodies.ts'
import { limitSignIns } from './limitSignIns.ts'
import { logRequests } from './logRequests.ts'
import { redirectVisitors } from './redirectVisitors.ts'
import { securityHeaders } from './securityHeaders.ts'

export type AppOptions = {
  environment: Pick<Environment, 'imageHosts' | 'isSecure' | 'trustedProxies'>
  isDevelopment?: boolean
  log: Logger
  /** Whether requests can be served now. */
  isReady: () => Promise<boolean>
  /** The target of a path that moved; undefined if there is no redirect from it. */
  findRedirect: (path: string) => Promise<FoundRedirect | undefined>
  /** Payload's REST, GraphQL and admin. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** The front door: the middleware that every request passes before Next handles it. No body is read on the way. */
export const createApp = (options: AppOptions): Express => {
  const { environment, isDevelopment = false, log, isReady, findRedirect, handle } = options
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', environment.trustedProxies)
  app.use(logRequests(log))
  const { imageHosts, isSecure } = environment
  app.use(securityHeaders({ imageHosts, isDevelopment, isSecure }))
  app.use(compression())
  app.use(health(isReady))
  app.use(redirectVisitors(findRedirect))
  app.use(limitBodies())
  app.use(limitSignIns())
  app.use((request, response) => handle(request, response))
  app.use(handleErrors)
  return app
}
