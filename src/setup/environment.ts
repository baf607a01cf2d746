import path from 'node:path'

import { z } from 'zod'

import { ConfigurationError } from '../problems/ConfigurationError.ts'

/** How much is logged, from least to most. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** The configuration of an installation, from environment variables. */
export type Environment = {
  /** `file:` with an absolute path, `postgres://…` or `mongodb://…`. */
  databaseUrl: string
  secret: string
  port: number
  /** Public address of the site without a slash at the end; undefined where it is not fixed. */
  serverUrl: string | undefined
  /** Whether the site is reached by https, so that cookies and headers insist on it. */
  isSecure: boolean
  /** Folder that the content migration imports; undefined for nothing. */
  contentFolder: string | undefined
  mediaFolder: string
  logLevel: (typeof logLevels)[number]
  /** Origins of other hosts whose pictures the admin may show. */
  imageHosts: string[]
  /** How many proxies stand before the server, whose word about a visitor's address is taken. */
  trustedProxies: number
}

/** Environment variables, as `process.env` holds them. */
export type Variables = Record<string, string | undefined>

const databaseUrls = [
  /^file:(?!:memory:)[^?#]+$/,
  /^mongodb(\+srv)?:\/\/.+/,
  // Payload reads the name of a database that it has to make from the path.
  /^postgres(ql)?:\/\/[^/]*\/[^/?#]+(\?|$)/,
]

const databaseUrl = z.string().refine((url) => databaseUrls.some((pattern) => pattern.test(url)), {
  error:
    'must be file: and a path (SQLite), such as file:data/answerbook.db, postgres:// with a host and a database (Postgres), or start with mongodb:// (MongoDB)',
})

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }))
}

const serverUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://answers.example.com' })
  .transform((address) => new URL(address))
  .refine(({ pathname, search, hash, username }) => pathname === '/' && search + hash + username === '', {
    error: 'must be the address alone, without a path, such as https://answers.example.com',
  })

// As a policy takes it: a name, with a star for its subdomains and a port where need be.
const hostPattern = /^(https?:\/\/)?((?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?)\/?$/i

const originOf = (text: string): string | undefined => {
  const [, scheme = 'https://', host] = hostPattern.exec(text) ?? []
  return host === undefined ? undefined : `${scheme}${host}`
}

const imageHosts = z.string().transform((text, context) => {
  const names = text.split(/[\s,]+/).filter(Boolean)
  const origins = names.flatMap((name) => originOf(name) ?? [])
  if (origins.length < names.length)
    context.addIssue('must name hosts with a space between them, such as images.example.com')
  return origins
})

const variables = z.object({
  DATABASE_URL: databaseUrl.default('file:data/answerbook.db'),
  PAYLOAD_SECRET: z.string({ error: 'is missing: npm start makes one and keeps it in .env' }).min(32, {
    error: 'must have 32 characters or more: delete the line from .env and run npm start, which makes one',
  }),
  PORT: wholeNumber(1, 65_535).default(3000),
  SERVER_URL: serverUrl.optional(),
  CONTENT_DIR: z.string().default('content'),
  MEDIA_DIR: z.string().default('media'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  IMAGE_HOSTS: imageHosts.default([]),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
})

/** Without what is empty: an empty line in .env means "not set", except where empty says "nothing". */
const withoutEmpty = (source: Variables): Record<string, string> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([name, value = '']) => {
      const text = value.trim()
      return text !== '' || (name === 'CONTENT_DIR' && name in source) ? [[name, text]] : []
    }),
  )

/** One sentence for each variable that is wrong. A value is never repeated: it may be a secret. */
const sentencesFor = (error: z.ZodError): string[] => {
  const first = new Map(error.issues.toReversed().map(({ path: [name], message }) => [name, message]))
  return [...first].reverse().map(([name, message]) => `${String(name)} ${message}.`)
}

/**
 * Reads and checks the configuration. Relative paths and `file:` URLs are relative to the project's folder.
 * Throws a ConfigurationError that names each variable that cannot be used.
 */
export const readEnvironment = (root: string, source: Variables = process.env): Environment => {
  const parsed = variables.safeParse(withoutEmpty(source))
  if (!parsed.success) throw new ConfigurationError(sentencesFor(parsed.error).join('\n'))
  const { CONTENT_DIR, DATABASE_URL, MEDIA_DIR, SERVER_URL, ...others } = parsed.data
  const relative = /^file:(?!\/)(.+)$/.exec(DATABASE_URL)?.[1]
  return {
    databaseUrl: relative === undefined ? DATABASE_URL : `file:${path.resolve(root, relative)}`,
    secret: others.PAYLOAD_SECRET,
    port: others.PORT,
    serverUrl: SERVER_URL?.origin,
    isSecure: SERVER_URL?.protocol === 'https:',
    contentFolder: CONTENT_DIR === '' ? undefined : path.resolve(root, CONTENT_DIR),
    mediaFolder: path.resolve(root, MEDIA_DIR),
    logLevel: others.LOG_LEVEL,
    imageHosts: others.IMAGE_HOSTS,
    trustedProxies: others.TRUST_PROXY,
  }
}

export { ConfigurationError }
