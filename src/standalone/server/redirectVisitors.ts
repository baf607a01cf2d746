import type { RequestHandler } from 'express'

import type { RedirectLocation } from '../../urls/redirects/findRedirect.ts'
import { isServed, lookupPath } from '../../urls/redirects/redirectPaths.ts'

/** `/a b` gives `/a%20b`; nothing but a path of this site or an https address is let through. */
const locationOf = (target: RedirectLocation): string | undefined => {
  const isPath = /^\/(?![/\\])/.test(target)
  const base = 'https://this.site'
  if (!isPath && !target.startsWith('https://')) return undefined
  if (!URL.canParse(target, base)) return undefined
  const url = new URL(target, base)
  if (!isPath) return url.href
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined
}

/** Sends readers of a URL that moved to where its page is now: 301, with their query. Everything else passes. */
export const redirectVisitors =
  (findRedirect: (path: string) => Promise<RedirectLocation | undefined>): RequestHandler =>
  async (request, response, next) => {
    const path = ['GET', 'HEAD'].includes(request.method) ? lookupPath(request.path) : undefined
    if (path === undefined || isServed(path)) return next()
    const target = await findRedirect(path)
    const location = target === undefined || target === path ? undefined : locationOf(target)
    if (location === undefined) return next()
    const query = /\?.*$/.exec(request.originalUrl)?.[0] ?? ''
    response.set('cache-control', 'public, max-age=300')
    response.redirect(301, /[?#]/.test(location) ? location : `${location}${query}`)
  }
