import { randomBytes } from 'node:crypto'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

export type SecurityHeadersOptions = {
  isDevelopment: boolean
  /** Whether the site is served over https. */
  isSecure: boolean
  /** Origins of other hosts whose images may be shown. */
  imageHosts: readonly string[]
}

const policyHeader = 'content-security-policy'

const directivesFor = ({ imageHosts, isDevelopment, isSecure }: SecurityHeadersOptions, nonce: string) => ({
  defaultSrc: ["'self'"],
  // React's development build evaluates source text to rebuild stacks.
  scriptSrc: ["'self'", `'nonce-${nonce}'`, ...(isDevelopment ? ["'unsafe-eval'"] : [])],
  scriptSrcAttr: ["'none'"],
  // The admin sets styles from scripts and in style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:', ...imageHosts],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  frameSrc: ["'self'"],
  frameAncestors: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'self'"],
  objectSrc: ["'none'"],
  upgradeInsecureRequests: isSecure ? [] : null,
})

/**
 * Security headers by helmet. Each request gets a nonce; the policy is also set on the request, where Next looks for
 * the nonce of its scripts.
 */
export const securityHeaders = (options: SecurityHeadersOptions): RequestHandler => {
  const others = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: options.isSecure,
    // Other sites may show our images.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'sameorigin' },
  })
  return (request, response, next) => {
    const directives = directivesFor(options, randomBytes(16).toString('base64'))
    const policy = helmet.contentSecurityPolicy({ useDefaults: false, directives })
    policy(request, response, (error?: unknown) => {
      request.headers[policyHeader] = String(response.getHeader(policyHeader))
      response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()')
      if (error === undefined) others(request, response, next)
      else next(error)
    })
  }
}
