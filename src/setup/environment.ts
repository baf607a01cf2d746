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
  /** Public URL of the site without a trailing slash; undefined if it is not fixed. */
  serverUrl: string | undefined
  /** Whether the site is served over https, so that cookies and headers require it. */
  isSecure: boolean
  /** Folder that the content migration imports; undefined for none. */
  contentFolder: string | undefined
  mediaFolder: string
  /** Folders that imports and exports started in the admin may use. */
  contentRoots: string[]
  /** Folder for uploads to import and exports to download. */
  workFolder: string
  logLevel: (typeof logLevels)[number]
  /** Origins of other hosts whose images the admin may show. */
  imageHosts: string[]
  /** Number of reverse proxies in front of the server, which are trusted to report a visitor's address. */
  trustedProxies: number
}

/** Environment variables, as in `process.env`. */
export type Variables = Record<string, string | undefined>

const databaseUrls = [
  /^file:(?!:memory:)[^?#]+$/,
  /^mongodb(\+srv)?:\/\/.+/,
  // Payload reads the name of a database to create from the path.
  /^postgres(ql)?:\/\/[^/]*\/[^/?#]+(\?|$)/,
]

const databaseUrl = z.string().refine((url) => databaseUrls.some((pattern) => pattern.test(url)), {
  error:
    'must be file: and a path (SQLite), such as file:data/answerbook.db, postgres:// with a host and a database (Postgres), or start with mongodb:// (MongoDB)',
})

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }))
}

const serverUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL such as https://answers.example.com' })
  .transform((address) => new URL(address))
  .refine(({ pathname, search, hash, username }) => pathname === '/' && search + hash + username === '', {
    error: 'must be a URL without a path, such as https://answers.example.com',
  })

// In the form of a content security policy: a host name, with a star for its subdomains and a port if needed.
const hostPattern = /^(https?:\/\/)?((?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?)\/?$/i

const originOf = (text: string): string | undefined => {
  const [, scheme = 'https://', host] = hostPattern.exec(text) ?? []
  return host === undefined ? undefined : `${scheme}${host}`
}

const imageHosts = z.string().transform((text, context) => {
  const names = text.split(/[\s,]+/).filter(Boolean)
  const origins = names.flatMap((name) => originOf(name) ?? [])
  if (origins.length < names.length)
    context.addIssue('must be host names separated by spaces, such as images.example.com')
  return origins
})

const variables = z.object({
  DATABASE_URL: databaseUrl.default('file:data/answerbook.db'),
  PAYLOAD_SECRET: z.string({ error: 'is missing: npm start generates one and saves it in .env' }).min(32, {
    error:
      'must have 32 characters or more: delete the line from .env and run npm start, which generates one',
  }),
  PORT: wholeNumber(1, 65_535).default(3000),
  SERVER_URL: serverUrl.optional(),
  CONTENT_DIR: z.string().default('content'),
  MEDIA_DIR: z.string().default('media'),
  CONTENT_ROOTS: z.string().optional(),
  WORK_DIR: z.string().default('data/work'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  IMAGE_HOSTS: imageHosts.default([]),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
})

/** Removes empty values: an empty line in .env means "not set", except if empty means "none". */
const withoutEmpty = (source: Variables): Record<string, string> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([name, value = '']) => {
      const text = value.trim()
      return text !== '' || (name === 'CONTENT_DIR' && name in source) ? [[name, text]] : []
    }),
  )

/** One sentence for each invalid variable. A value is never included: it may be a secret. */
const sentencesFor = (error: z.ZodError): string[] => {
  const first = new Map(error.issues.toReversed().map(({ path: [name], message }) => [name, message]))
  return [...first].reverse().map(([name, message]) => `${String(name)} ${message}.`)
}

/**
 * Reads and validates the configuration. Relative paths and `file:` URLs are relative to the project's folder. Throws a
 * ConfigurationError that names each invalid variable.
 */
export const readEnvironment = (root: string, source: Variables = process.env): Environment => {
  const parsed = variables.safeParse(withoutEmpty(source))
  if (!parsed.success) throw new ConfigurationError(sentencesFor(parsed.error).join('\n'))
  const {
    CONTENT_DIR,
    CONTENT_ROOTS = CONTENT_DIR,
    DATABASE_URL,
    MEDIA_DIR,
    SERVER_URL,
    ...others
  } = parsed.data
  const roots = CONTENT_ROOTS.split(',').map((folder) => folder.trim())
  const relative = /^file:(?!\/)(.+)$/.exec(DATABASE_URL)?.[1]
  return {
    databaseUrl: relative === undefined ? DATABASE_URL : `file:${path.resolve(root, relative)}`,
    secret: others.PAYLOAD_SECRET,
    port: others.PORT,
    serverUrl: SERVER_URL?.origin,
    isSecure: SERVER_URL?.protocol === 'https:',
    contentFolder: CONTENT_DIR === '' ? undefined : path.resolve(root, CONTENT_DIR),
    mediaFolder: path.resolve(root, MEDIA_DIR),
    contentRoots: roots.filter(Boolean).map((folder) => path.resolve(root, folder)),
    workFolder: path.resolve(root, others.WORK_DIR),
    logLevel: others.LOG_LEVEL,
    imageHosts: others.IMAGE_HOSTS,
    trustedProxies: others.TRUST_PROXY,
  }
}

export { ConfigurationError }
