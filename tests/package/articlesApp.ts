import { bareTsconfig } from './bareTsconfig.ts'

const config = `import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { answerbookPlugin, type Policies } from 'answerbook'
import { articleMapping, articles, subjects } from 'answerbook/collections'
import { buildConfig } from 'payload'

const root = path.dirname(fileURLToPath(import.meta.url))

// The people of this app have no roles.
const policies: Policies = { isEditor: ({ req }) => Boolean(req.user), isStaff: ({ req }) => Boolean(req.user) }

export default buildConfig({
  secret: 'only-for-a-test',
  db: sqliteAdapter({ client: { url: \`file:\${path.join(root, 'articles.db')}\` } }),
  collections: [
    { slug: 'people', auth: true, fields: [{ name: 'nickname', type: 'text' }] },
    { slug: 'media', upload: { staticDir: path.join(root, 'media') }, fields: [{ name: 'caption', type: 'text' }] },
    articles({ policies, author: 'The people', access: { read: () => true } }),
    subjects({ policies }),
  ],
  plugins: [answerbookPlugin({ mappings: [articleMapping], policies })],
  admin: { user: 'people', importMap: { baseDir: root } },
  telemetry: false,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
`

const edit = `import config from './payload.config'
import { getPayload } from 'payload'

const payload = await getPayload({ config, disableOnInit: true })

const article = async (slug: string) => {
  const { docs } = await payload.find({ collection: 'articles', where: { slug: { equals: slug } }, depth: 0 })
  if (!docs[0]) throw new Error(\`There is no article \${slug}.\`)
  return docs[0]
}

const dna = await article('what-is-dna')
await payload.update({
  collection: 'articles',
  id: dna.id,
  data: {
    question: 'What is DNA made of?',
    date: '2025-06-07',
    answer: dna.answer.replace('helix', 'double helix'),
    _status: 'published',
  },
})
await payload.create({
  collection: 'articles',
  data: {
    question: 'What is RNA?',
    slug: 'what-is-rna',
    answer: 'A messenger.\\n\\nIt has one strand.',
    subject: dna.subject,
    relatedArticles: [dna.id],
    date: '2025-08-09',
    _status: 'published',
  },
})
await payload.destroy()
process.exit()
`

/** The source files of an app with users and media of its own, and the articles that the package brings. */
export const articlesApp: Record<string, string> = {
  'package.json': '{ "name": "articles-app", "private": true, "type": "module" }\n',
  'tsconfig.json': bareTsconfig({ module: 'ESNext', moduleResolution: 'Bundler' }),
  'payload.config.ts': config,
  'app/(payload)/admin/importMap.js': 'export const importMap = {}\n',
  'edit.ts': edit,
}

const dna = `---
_schema: default
id: 7
date: 2025-03-04
title: >-
    What is DNA?
article_title: What is DNA?
author: "Answerbook"
question: What is DNA?
answer: >-
    A helix.\\n\\nIt has two strands.
subject: Biology
file_name: what-is-dna.md
url: /learn/biology/questions/what-is-dna
ours: kept   # a key of our own
related_article1:
    id: 8
    title: >-
        What is a cell?
    subject: Biology
    url: /learn/biology/questions/what-is-a-cell
related_article2:
    id: 9
    title: >-
        What is missing?
    subject: Biology
    url: /learn/biology/questions/what-is-missing
score: -1.0
---

&nbsp;`

const cell = `---
_schema: default
id: 8
date: 2025-03-05
title: What is a cell?
article_title: What is a cell?
question: What is a cell?
answer: The smallest unit of life.
subject: Biology
file_name: what-is-a-cell.md
url: /learn/biology/questions/what-is-a-cell
---

&nbsp;
`

/** The files of the site. */
export const articlesContent: Record<string, string> = {
  'learn/biology/what-is-dna.md': dna,
  'learn/biology/what-is-a-cell.md': cell,
  'index.md': 'No article.\n',
}

/** What the site is after the edits, for the files that changed. */
export const editedArticlesContent: Record<string, string> = {
  'learn/biology/what-is-dna.md': dna
    .replaceAll('What is DNA?', 'What is DNA made of?')
    .replace('2025-03-04', '2025-06-07')
    .replace('A helix', 'A double helix'),
  'learn/biology/what-is-rna.md': `---
_schema: default
date: 2025-08-09
title: >-
    What is RNA?
article_title: >-
    What is RNA?
seo:
  title: Biology
author: The people
question: >-
    What is RNA?
answer: >-
    A messenger.\\n\\nIt has one strand.
subject: Biology
file_name: what-is-rna.md
url: /learn/biology/questions/what-is-rna
related_article1:
    id: 7
    title: >-
        What is DNA made of?
    subject: Biology
    url: /learn/biology/questions/what-is-dna
---

&nbsp;`,
}
