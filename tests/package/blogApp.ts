import { bareTsconfig } from './bareTsconfig.ts'

const config = `import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { answerbookPlugin, codecs, markdownField } from 'answerbook'
import { buildConfig } from 'payload'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: 'only-for-a-test',
  db: sqliteAdapter({ client: { url: \`file:\${path.join(root, 'blog.db')}\` } }),
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
        { name: 'slug', type: 'text', required: true, unique: true },
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
          key: 'slug',
          frontMatter: {
            title: 'title',
            date: { field: 'date', codec: codecs.dateTime },
            tags: { field: 'tags', codec: codecs.list },
            category: { field: 'category', codec: codecs.relation({ collection: 'categories', by: 'slug', create: true }) },
            draft: { field: '_status', codec: codecs.status({ publishedWhen: false }), default: 'published' },
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
`

const edit = `import config from './payload.config.js'
import { getPayload } from 'payload'

const payload = await getPayload({ config, disableOnInit: true })

const post = async (slug: string) => {
  const { docs } = await payload.find({ collection: 'posts', where: { slug: { equals: slug } }, draft: true })
  if (!docs[0]) throw new Error(\`There is no post \${slug}.\`)
  return docs[0]
}

const guides = await payload.create({ collection: 'categories', data: { slug: 'guides' } })
const hello = await post('hello')
if (hello._status !== 'published') throw new Error('hello should be published.')
await payload.update({
  collection: 'posts',
  id: hello.id,
  data: {
    title: 'Hello again',
    date: '2024-05-02T06:30:00.000Z',
    tags: ['go', 'hugo'],
    category: guides.id,
    content: hello.content?.replace('- two', '- two\\n- three') ?? '',
    _status: 'published',
  },
})
const idea = await post('idea')
if (idea._status !== 'draft') throw new Error('idea should be a draft.')
await payload.update({ collection: 'posts', id: idea.id, data: { _status: 'published' } })
const plain = await post('plain')
await payload.update({ collection: 'posts', id: plain.id, data: { _status: 'draft' } })
const windows = await post('windows')
await payload.update({ collection: 'posts', id: windows.id, data: { title: 'Doors', _status: 'published' } })
await payload.create({
  collection: 'posts',
  data: {
    title: 'Made in the CMS: new',
    slug: 'made-here',
    date: '2025-01-31T09:00:00.000Z',
    tags: ['cms'],
    category: guides.id,
    content: 'Written *here*.',
    _status: 'published',
  },
})
await payload.destroy()
process.exit()
`

// With skipLibCheck a type that cannot be found is `any`, and every mistake passes.
const types = `import type { Mapping } from 'answerbook'
import type { MarkdownField } from 'answerbook/client'
import type { MarkdownView } from 'answerbook/rsc'
import type { ArticlesOptions } from 'answerbook/collections'
import type { CollectionSlug } from 'payload'

// @ts-expect-error A mapping names its collection.
export const mapping: Mapping = { files: '{slug}.md', key: 'slug', frontMatter: {} }
// @ts-expect-error An author is a text.
export const options: ArticlesOptions = { author: 7 }
// @ts-expect-error A component is no number.
export const field: typeof MarkdownField = 7
// @ts-expect-error A component is no number.
export const view: typeof MarkdownView = 7
// @ts-expect-error This app has no articles: its own types hold, not those of Answerbook's app.
export const slug: CollectionSlug = 'articles'
`

/** The source files of a blog: collections of its own, and a mapping for a Hugo site. */
export const blogApp: Record<string, string> = {
  'package.json': '{ "name": "blog-app", "private": true, "type": "module" }\n',
  'tsconfig.json': bareTsconfig({ module: 'NodeNext', moduleResolution: 'NodeNext' }),
  'payload.config.ts': config,
  'app/(payload)/admin/importMap.js': 'export const importMap = {}\n',
  'edit.ts': edit,
  'types.ts': types,
}

/** The files of the Hugo site. */
export const blogContent: Record<string, string> = {
  'posts/hello.md': `---
# Kept by hand
title: "Hello, world"   # shown in the list
date: 2024-05-01T10:00:00+02:00
tags: [go, "static sites"]
category: news
weight: 10
params:
    toc:   true
draft: false
---

Hello **world**.

* one
- two
`,
  'posts/idea.md': `---
title: An idea
draft: true # not yet
---
Only a sketch.`,
  'posts/plain.md': `---
title: 'Plain: no more'
tags:
- a
-   b
---


Text with two blank lines above.

`,
  'posts/windows.md': '---\r\ntitle: Windows\r\ncategory: news\r\n---\r\n\r\nLine one.\r\nLine two.\r\n',
  'posts/toml.md': '+++\ntitle = "TOML"\n+++\n\nText.\n',
  'about.md': '---\ntitle: About\n---\n\nNo post.\n',
}

/** What the site is after the edits, for the files that changed. */
export const editedBlogContent: Record<string, string> = {
  'posts/hello.md': `---
# Kept by hand
title: "Hello again"   # shown in the list
date: 2024-05-02T08:30:00+02:00
tags: [go, hugo]
category: guides
weight: 10
params:
    toc:   true
draft: false
---

Hello **world**.

* one
- two
- three
`,
  'posts/idea.md': `---
title: An idea
draft: false # not yet
---
Only a sketch.`,
  'posts/plain.md': `---
title: 'Plain: no more'
tags:
- a
-   b
draft: true
---


Text with two blank lines above.

`,
  'posts/windows.md': '---\r\ntitle: Doors\r\ncategory: news\r\n---\r\n\r\nLine one.\r\nLine two.\r\n',
  'posts/made-here.md': `---
title: 'Made in the CMS: new'
date: 2025-01-31T09:00:00Z
tags:
  - cms
category: guides
---

Written *here*.
`,
}
