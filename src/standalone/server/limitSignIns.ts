import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'

import { plainPath } from './plainPath.ts'

const guarded = /^\/api\/[^/]+\/(login|forgot-password|reset-password|unlock)$/

const isGuarded = ({ method, path }: Request): boolean => method === 'POST' && guarded.test(plainPath(path))

/**
 * Ten tries a minute for signing in and for passwords that were forgotten, for each address and path. The path is
 * compared as Payload would read it, and nothing that a client chooses takes part in the key.
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
    // A forwarded address is ignored unless TRUST_PROXY says otherwise; that is no mistake.
    validate: { xForwardedForHeader: false },
  })
