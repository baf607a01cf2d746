import type { RequestHandler } from 'express'

import type { FoundRedirect } from '../../urls/redirects/findRedirect.ts'
import { isServed, lookupPath } from '../../urls/redirects/redirectPaths.ts'

/** Redirects visitors of a URL that moved to the current one, keeping their query. Passes everything else on. */
export const redirectVisitors =
  (findRedirect: (path: string) => Promise<FoundRedirect | undefined>): RequestHandler =>
  async (request, response, next) => {
    const path = ['GET', 'HEAD'].includes(request.method) ? lookupPath(request.path) : undefined
    if (path === undefined || isServed(path)) return next()
    const found = await findRedirect(request.path)
    if (!found) return next()
    const { location, status } = found
    const query = /\?.*$/.exec(request.originalUrl)?.[0] ?? ''
    response.set('cache-control', 'public, max-age=300')
    response.redirect(status, /[?#]/.test(location) ? location : `${location}${query}`)
  }
