import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createLocalReq, getPayload, type Payload, type PayloadRequest, type SanitizedConfig } from 'payload'

import { generateSite, type SiteFile } from '../../../.scripts/site/generateSite.ts'
import { documentsOf, type StoredDocument } from '../../../src/documents/documents.ts'
import { makeUsers } from '../../helpers/makeUsers.ts'
import { copyFile } from './copyValues.ts'

/** The app on a database, as measured. */
export type App = { payload: Payload; config: SanitizedConfig }

/** Boots the app's own config on a database; migrated, without content. Once for each process. */
export const bootApp = async (url: string): Promise<App> => {
  Object.assign(process.env, {
    CONTENT_DIR: '',
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    MEDIA_DIR: path.join(tmpdir(), 'answerbook-bench-media'),
    PAYLOAD_SECRET: 'bench'.repeat(8),
  })
  const config = await (await import('../../../payload.config.ts')).default
  const { migrate } = await import('../../../src/database/migrate.ts')
  const payload = await getPayload({ config, disableOnInit: true })
  await migrate(payload, { withoutContent: true })
  return { payload, config }
}

/** A site in a database: copies of one generated site, and its users. */
export type Site = App & {
  editor: PayloadRequest['user']
  /** A request of the editor; one for each operation, as a server makes them. */
  request: () => Promise<PayloadRequest>
  /** Files of articles all over the site, another with each call, the same ones in each run. */
  nextFile: () => SiteFile
  /** A published article, as the admin opens it. */
  load: (file: SiteFile) => Promise<StoredDocument>
}

/** The URL of the article of a file. */
export const urlOfFile = ({ path: name }: SiteFile): string => {
  const [, subject = '', file = ''] = name.split('/')
  return `/learn/${subject}/questions/${file.replace(/\.md$/, '')}`
}

/** The site of an app whose database contains `copies` copies of a generated site of `articles`. */
export const openSite = async (app: App, base: { articles: number; copies: number }): Promise<Site> => {
  const { payload } = app
  const documents = documentsOf(payload)
  const files = [...generateSite({ articles: base.articles })]
  const users = await payload.count({ collection: 'users' })
  if (users.totalDocs === 0) await makeUsers(payload)
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: 'editor@example.com' } },
  })
  const [found] = docs
  if (!found) throw new Error('The site has no editor.')
  const editor = { ...found, collection: 'users' as const }
  let drawn = 0
  return {
    ...app,
    editor,
    request: () => createLocalReq({ user: editor }, payload),
    nextFile: () => {
      drawn += 1
      // Strides that share no divisor with the sizes reach all of the site before they repeat.
      const file = files[(drawn * 769) % files.length]
      if (!file) throw new Error('The site is empty.')
      const copy = (drawn * 53) % base.copies
      return copy === 0 ? file : copyFile(file, copy)
    },
    load: async (file) => {
      const where = { url: { equals: urlOfFile(file) } }
      const [article] = (await documents.find({ collection: 'articles', limit: 1, where })) ?? []
      if (!article) throw new Error(`There is no article of ${file.path}.`)
      return article
    },
  }
}

/** Writes files to a separate folder; `remove` deletes it. */
export const folderOf = (files: Iterable<SiteFile>): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))
  for (const { path: name, text } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return { folder, remove: () => rmSync(folder, { force: true, recursive: true }) }
}
