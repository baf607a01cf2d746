import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { answerbookPlugin, isEditor, readEnvironment } from 'answerbook'
import { articleMapping, articles, media, subjects, users } from 'answerbook/collections'
import { databaseFor } from 'answerbook/database'
import { buildConfig } from 'payload'
import sharp from 'sharp'

const root = path.dirname(fileURLToPath(import.meta.url))
const environment = readEnvironment(root)

export default buildConfig({
  secret: environment.secret,
  ...(environment.serverUrl === undefined ? {} : { serverURL: environment.serverUrl }),
  db: databaseFor({ url: environment.databaseUrl, migrations: path.join(root, 'migrations') }),
  collections: [
    articles({ author: 'Answerbook', seoTitle: (subject) => `Answerbook | ${subject}` }),
    subjects(),
    media({ folder: environment.mediaFolder }),
    users({ secureCookies: environment.isSecure }),
  ],
  plugins: [
    answerbookPlugin({
      mappings: [articleMapping],
      canRun: isEditor,
    }),
  ],
  admin: {
    user: 'users',
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/generated/importMap.js') },
    meta: { titleSuffix: ' | Answerbook' },
  },
  maxDepth: 3,
  defaultDepth: 1,
  graphQL: { maxComplexity: 600, disablePlaygroundInProduction: true },
  sharp,
  telemetry: false,
  typescript: { outputFile: path.join(root, 'src/generated/payload-types.ts') },
})
