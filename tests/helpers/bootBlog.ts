import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { answerbookPlugin, type AnswerbookOptions, codecs, type Mapping, markdownField } from 'answerbook'
import {
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  getPayload,
  handleEndpoints,
  type Payload,
} from 'payload'

import { poolOf } from '../../src/database/postgresConnections.ts'
import { database, urlFor } from './bootPayload.ts'
import { dropDatabase } from './postgresDatabases.ts'

/** A small third-party app: a blog with Payload's own adapter, whose schema is pushed. */
export type Blog = {
  payload: Payload
  mappings: Mapping[]
  folder: string
  /** Sends a request to the REST API: a path under `/api`. */
  ask: (target: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

export type BlogOptions = {
  /** Collection `posts`, which has at least `title`, `slug`, `date` and `content`. */
  posts?: Partial<CollectionConfig>
  /** Other collections. */
  collections?: CollectionConfig[]
  mapping?: Partial<Mapping>
  plugin?: Partial<AnswerbookOptions>
  /** Locales of the app, the default one first. Default: none. */
  locales?: string[]
  /** Whether the adapter uses transactions. Default: true. */
  transactions?: boolean
}

const adapterFor = (url: string, transactions: boolean) => {
  const transactionOptions = transactions ? {} : (false as const)
  if (database === 'mongodb') return mongooseAdapter({ url, ensureIndexes: true, transactionOptions })
  if (database === 'postgres') return postgresAdapter({ pool: { connectionString: url }, transactionOptions })
  return sqliteAdapter({ client: { url }, ...(transactions ? { transactionOptions } : {}) })
}

// The types of Payload know the collections of our app alone.
const isSlug = (name: string): name is CollectionSlug => name !== ''

/** The name of a collection of the blog, typed as one of the app's. */
export const slugOf = (name: string): CollectionSlug => {
  if (isSlug(name)) return name
  throw new TypeError('A collection has a name.')
}

/** The fields that the mapping of the blog binds. */
export const postFields = (): CollectionConfig['fields'] => [
  { name: 'title', type: 'text', required: true },
  { name: 'slug', type: 'text', required: true, unique: true },
  { name: 'date', type: 'date' },
  markdownField({ name: 'content' }),
]

/** Boots the blog on a separate database. The caller closes it. */
export const bootBlog = async ({
  collections = [],
  locales,
  mapping,
  plugin,
  posts,
  transactions = true,
}: BlogOptions = {}): Promise<Blog> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-blog-'))
  const mappings: Mapping[] = [
    {
      collection: 'posts',
      files: 'posts/{slug}.md',
      key: 'slug',
      frontMatter: {
        title: 'title',
        date: { field: 'date', codec: codecs.dateTime },
        draft: { field: '_status', codec: codecs.status({ publishedWhen: false }), default: 'published' },
      },
      body: 'content',
      ...mapping,
    },
  ]
  const url = urlFor(folder)
  const config = await buildConfig({
    secret: randomBytes(32).toString('hex'),
    db: adapterFor(url, transactions),
    collections: [
      { slug: 'users', auth: true, fields: [] },
      ...collections,
      { slug: 'posts', versions: { drafts: true }, fields: postFields(), ...posts },
    ],
    ...(locales ? { localization: { locales, defaultLocale: locales[0] ?? 'en', fallback: true } } : {}),
    plugins: [answerbookPlugin({ mappings, ...plugin })],
    logger: { options: { level: 'silent' } },
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  // Payload pushes a schema once for a process, and each test has a database of its own.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const payload = await getPayload({ config, key: folder })
  return {
    payload,
    mappings,
    folder,
    ask: (target, init) =>
      handleEndpoints({
        config: payload.config,
        request: new Request(`http://localhost:3000/api/${target}`, init),
        payloadInstanceCacheKey: folder,
      }),
    close: async () => {
      if (database === 'mongodb') await payload.db.connection.dropDatabase()
      await payload.destroy()
      // The pool of Payload's own adapter stays open, and ends the process when the server closes its connections.
      poolOf(payload.db)?.on('error', () => undefined)
      if (database === 'postgres') await dropDatabase(url)
      rmSync(folder, { force: true, recursive: true })
    },
  }
}

/** The text of a post of the blog. */
export const postText = (
  title: string,
  { date, body = 'Text.' }: { date?: string; body?: string } = {},
): string =>
  `---\n# by hand\ntitle: "${title}"\n${date === undefined ? '' : `date: ${date}\n`}weight:   3\n---\n\n${body}\n`
