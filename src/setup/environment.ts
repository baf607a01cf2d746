import path from 'node:path'

import { z } from 'zod'

/** The configuration of an installation, from environment variables. */
export type Environment = {
  databaseUrl: string
  secret: string
  port: number
  /** Public address of the site; undefined where it is not fixed. */
  serverUrl: string | undefined
  /** Whether the site is reached by https, so that cookies and headers insist on it. */
  isSecure: boolean
  /** Folder that the content migration imports; undefined for nothing. */
  contentFolder: string | undefined
  mediaFolder: string
}

/** What is wrong with the configuration, one sentence for each variable. Exit code 2. */
export class ConfigurationError extends Error {}

const databaseUrl = z
  .string()
  .refine((url) => /^file:.+/.test(url) || /^mongodb(\+srv)?:\/\/.+/.test(url), {
    error: 'must start with file: (SQLite) or mongodb:// (MongoDB)',
  })

const variables = z.object({
  DATABASE_URL: databaseUrl.default('file:data/answerbook.db'),
  PAYLOAD_SECRET: z.string({ error: 'is missing: npm start makes one and keeps it in .env' }).min(32, {
    error: 'must have 32 characters or more: delete the line from .env and run npm start, which makes one',
  }),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(1).max(65535, { error: 'must be from 1 to 65535' }).default(3000),
  SERVER_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://answers.example.com' }).optional(),
  CONTENT_DIR: z.string().default('content'),
  MEDIA_DIR: z.string().default('media'),
})

// An empty line in .env means "not set", except where empty says "nothing".
const withoutEmpty = (source: NodeJS.ProcessEnv): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(source).filter(([name, value]) => value !== '' || name === 'CONTENT_DIR'))

/**
 * Reads and checks the configuration. Relative paths and `file:` urls are relative to the project's folder.
 * Throws a ConfigurationError that names each variable that cannot be used.
 */
export const readEnvironment = (root: string, source: NodeJS.ProcessEnv = process.env): Environment => {
  const parsed = variables.safeParse(withoutEmpty(source))
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
    throw new ConfigurationError(sentences.join('\n'))
  }
  const { CONTENT_DIR, DATABASE_URL, MEDIA_DIR, PAYLOAD_SECRET, PORT, SERVER_URL } = parsed.data
  const relative = /^file:(?!\/)(.+)$/.exec(DATABASE_URL)?.[1]
  return {
    databaseUrl: relative === undefined ? DATABASE_URL : `file:${path.resolve(root, relative)}`,
    secret: PAYLOAD_SECRET,
    port: PORT,
    serverUrl: SERVER_URL,
    isSecure: SERVER_URL?.startsWith('https:') ?? false,
    contentFolder: CONTENT_DIR === '' ? undefined : path.resolve(root, CONTENT_DIR),
    mediaFolder: path.resolve(root, MEDIA_DIR),
  }
}
