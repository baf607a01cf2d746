import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { answerbookPlugin, codecs, markdownField } from 'answerbook'
import { buildConfig } from 'payload'

import { db } from './database'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? 'only-to-try-it-out',
  db,
  collections: [
    { slug: 'users', auth: true, fields: [] },
    {
      slug: 'categories',
      admin: { useAsTitle: 'slug' },
      fields: [{ name: 'slug', type: 'text', required: true, unique: true }],
    },
    {
      slug: 'posts',
      versions: { drafts: true },
      admin: { useAsTitle: 'title' },
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'date', type: 'date' },
        { name: 'tags', type: 'text', hasMany: true },
        { name: 'category', type: 'relationship', relationTo: 'categories' },
        markdownField({ name: 'content' }),
      ],
    },
  ],
  plugins: [
    answerbookPlugin({
      canRun: ({ req }) => req.user?.collection === 'users',
      mappings: [
        {
          collection: 'posts',
          files: 'posts/{slug}.md',
          ignore: ['_index.md'],
          key: 'slug',
          frontMatter: {
            title: 'title',
            date: { field: 'date', codec: codecs.dateTime },
            tags: { field: 'tags', codec: codecs.list },
            category: {
              field: 'category',
              codec: codecs.relation({ collection: 'categories', by: 'slug', create: true }),
            },
            draft: {
              field: '_status',
              codec: codecs.status({ publishedWhen: false }),
              default: 'published',
            },
          },
          body: 'content',
        },
      ],
    }),
  ],
  admin: { importMap: { baseDir: root } },
  telemetry: false,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
