import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'

const guarded = /^\/api\/[^/]+\/(login|forgot-password|reset-password|unlock)$/

const isGuarded = ({ method, path }: Request): boolean => method === 'POST' && guarded.test(plainPath(path))

/**
 * Ten attempts a minute to sign in or to reset a password, for each address and path. The path is normalized as Payload
 * would, and nothing that a client chooses is part of the key.
 */
export const limitSignIns = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => !isGuarded(request),
    keyGenerator: ({ ip = '', path }) => `${ipKeyGenerator(ip)} ${plainPath(path)}`,
    handler: (_request, response) => {
      response
        .status(429)
        .json({ errors: [{ message: 'Too many attempts. Wait a minute, then try again.' }] })
    },
    // A forwarded address is ignored unless TRUST_PROXY says otherwise; that is intended.
    validate: { xForwardedForHeader: false },
  })

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The normalized spelling of a path: `//API/users/%6Cogin/` and `/api/users/login` both give `/api/users/login`. */
export const plainPath = (path: string): string => {
  const segments = decoded(decoded(path))
    .toLowerCase()
    .split(/[\\/]+/)
  return `/${segments.filter((segment) => segment !== '' && segment !== '.').join('/')}`
}
