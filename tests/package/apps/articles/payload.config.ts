import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { answerbookPlugin, type Policies } from 'answerbook'
import { articleMapping, articles, subjects } from 'answerbook/collections'
import { buildConfig } from 'payload'

import { db } from './database'

const root = path.dirname(fileURLToPath(import.meta.url))

// The users of this app have no roles.
const policies: Policies = {
  isEditor: ({ req }) => Boolean(req.user),
  isStaff: ({ req }) => Boolean(req.user),
}

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? 'only-to-try-it-out',
  db,
  collections: [
    { slug: 'people', auth: true, fields: [{ name: 'nickname', type: 'text' }] },
    {
      slug: 'media',
      upload: { staticDir: path.join(root, 'media') },
      fields: [{ name: 'caption', type: 'text' }],
    },
    articles({ policies, author: 'The people', access: { read: () => true } }),
    subjects({ policies }),
  ],
  plugins: [answerbookPlugin({ mappings: [articleMapping], policies })],
  admin: { user: 'people', importMap: { baseDir: root } },
  telemetry: false,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
