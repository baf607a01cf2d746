import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { answerbookPlugin } from 'answerbook'
import { buildConfig } from 'payload'

import { media, stories, topics } from './collections.js'
import { db } from './database.js'
import { storyMapping } from './storyMapping.js'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? 'only-to-try-it-out',
  db,
  collections: [{ slug: 'users', auth: true, fields: [] }, topics, media(path.join(root, 'media')), stories],
  plugins: [
    answerbookPlugin({
      mappings: [storyMapping],
      canRun: ({ req }) => Boolean(req.user),
      slugs: { redirects: 'moved', runs: 'deliveries' },
      overrides: { runs: { admin: { group: 'System' } } },
      context: { skipMail: true },
    }),
  ],
  admin: { importMap: { baseDir: root } },
  telemetry: false,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
