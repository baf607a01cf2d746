import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { answerbookPlugin } from 'answerbook'
import {
  createLogger,
  isAdmin,
  isEditor,
  isStaff,
  keepLocksTo,
  logOnlyEmail,
  readEnvironment,
} from 'answerbook/app'
import { articleMapping, articles, media, subjects, users } from 'answerbook/collections'
import { databaseFor } from 'answerbook/database'
import { buildConfig } from 'payload'
import sharp from 'sharp'

const root = path.dirname(fileURLToPath(import.meta.url))
const environment = readEnvironment(root)

const config = buildConfig({
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
      roots: environment.contentRoots,
      workFolder: environment.workFolder,
    }),
  ],
  admin: {
    user: 'users',
    avatar: 'default',
    // In the order and words of each language.
    dateFormat: 'PPp',
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/generated/importMap.js') },
    meta: { titleSuffix: ' | Answerbook' },
  },
  i18n: { supportedLanguages: { en, de } },
  maxDepth: 3,
  defaultDepth: 1,
  graphQL: { maxComplexity: 600, disablePlaygroundInProduction: true },
  sharp,
  telemetry: false,
  // With every start of a test or a command Payload would start itself once more for them.
  typescript: { autoGenerate: false, outputFile: path.join(root, 'src/generated/payload-types.ts') },
  email: logOnlyEmail,
  logger: createLogger(environment),
  loggingLevels: { AuthenticationError: 'info' },
  jobs: {
    access: { cancel: isAdmin, queue: isAdmin, run: isAdmin },
    autoRun: [{ cron: '* * * * *', limit: 100 }],
  },
})

export default keepLocksTo(isStaff, config)
