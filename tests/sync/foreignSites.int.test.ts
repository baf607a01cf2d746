import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { diffArrays } from 'diff'
import {
  buildConfig,
  type CollectionConfig,
  type DatabaseAdapterObj,
  getPayload,
  type Payload,
} from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { mongoDatabase } from '../../src/database/mongoDatabase.ts'
import { answerbookPlugin } from '../../src/plugin/answerbookPlugin.ts'
import { documentsOf } from '../../src/documents/documents.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { astro } from '../fixtures/sites/astro.ts'
import { hugo } from '../fixtures/sites/hugo.ts'
import { jekyll } from '../fixtures/sites/jekyll.ts'
import { reactRouter } from '../fixtures/sites/reactRouter.ts'
import type { Site } from '../fixtures/sites/site.ts'
import { zola } from '../fixtures/sites/zola.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { withDatabase } from '../helpers/withDatabase.ts'

const sites: Record<string, Site> = { astro, hugo, jekyll, reactRouter, zola }

const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))

const adapter = (): DatabaseAdapterObj => {
  const mongodb = inject('mongodb')
  if (database === 'mongodb' && 'url' in mongodb) {
    const url = withDatabase(mongodb.url, `test-${randomBytes(6).toString('hex')}`)
    return mongoDatabase({ url, migrationDir: path.join(folder, 'migrations') })
  }
  const client = { url: `file:${path.join(folder, 'sites.db')}` }
  return sqliteAdapter({ client, push: true, transactionOptions: {} })
}

const collectionOf = ({ fields, mapping }: Site): CollectionConfig => ({
  slug: mapping.collection,
  versions: { drafts: 'draft' in mapping.frontMatter },
  fields,
})

// A picture of one point.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.skipIf(skipped())(`sites of other generators, on ${database}`, () => {
  let payload: Payload
  beforeAll(async () => {
    const config = buildConfig({
      secret: 'a secret of this test',
      db: adapter(),
      collections: [
        { slug: 'subjects', fields: [{ name: 'name', type: 'text', unique: true }] },
        {
          slug: 'media',
          upload: { staticDir: path.join(folder, 'media') },
          fields: [{ name: 'alt', type: 'text' }],
        },
        ...Object.values(sites).map(collectionOf),
      ],
      plugins: [answerbookPlugin({ mappings: Object.values(sites).map(({ mapping }) => mapping) })],
      telemetry: false,
      logger: { options: { level: 'silent' } },
    })
    payload = await getPayload({ config, disableOnInit: true })
    await payload.create({
      collection: 'media',
      data: { alt: 'A point' },
      file: { data: png, mimetype: 'image/png', name: 'cover.png', size: png.length },
    })
  })
  afterAll(async () => {
    if (database === 'mongodb') await payload.db.connection.dropDatabase()
    await payload.destroy()
    rmSync(folder, { force: true, recursive: true })
  })

  describe.each(Object.entries(sites))('%s', (name, site) => {
    const { mapping } = site
    const root = path.join(folder, name)
    const taken = Object.keys(site.files).filter(
      (file) => !(file in site.refused) && !site.ignored.includes(file),
    )
    const options = () => ({ payload, mappings: [mapping], folder: root })
    const contents = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        await Promise.all(
          Object.keys(site.files).map(async (file) => [file, await readFile(path.join(root, file), 'utf8')]),
        ),
      )
    const documentOf = async (key: string) => {
      const { collection } = mapping
      const [found] = await documentsOf(payload).find({
        collection,
        where: { [mapping.key]: { equals: key } },
      })
      if (!found) throw new Error(`There is no document ${key}.`)
      return found
    }

    it('every file is imported, or refused with the reason', async () => {
      await makeTree(root, site.files)
      const report = await importFiles(options())
      expect(report).toMatchObject({ created: taken.length, ignored: site.ignored.length })
      const errors = report.problems.filter(({ severity }) => severity === 'error')
      expect(Object.fromEntries(errors.map(({ code, path: file }) => [file, code]))).toEqual(site.refused)
    })

    it('every file comes back byte for byte, and is known again', async () => {
      expect(await verifyFiles(options())).toMatchObject({ identical: taken.length, different: 0 })
      expect(await exportFiles(options())).toMatchObject({ written: 0, problems: [] })
      expect(await contents()).toEqual(site.files)
      expect(await importFiles(options())).toMatchObject({ created: 0, updated: 0, unchanged: taken.length })
    })

    it.each(site.edits)('an edit of $key ($data) changes its lines only', async ({ data, key, lines }) => {
      const before = await contents()
      const { id } = await documentOf(key)
      await documentsOf(payload).update({ collection: mapping.collection, id, data })
      expect(await exportFiles(options())).toMatchObject({ written: 1, problems: [] })
      const after = await contents()
      const changed = Object.keys(before).filter((file) => before[file] !== after[file])
      expect(changed).toHaveLength(1)
      const [file = ''] = changed
      const parts = diffArrays((before[file] ?? '').split('\n'), (after[file] ?? '').split('\n'))
      const marked = parts.flatMap(({ added, removed, value }) =>
        added || removed ? value.map((line) => (added ? '+' : '-') + line) : [],
      )
      expect(marked).toEqual(lines)
      expect(await importFiles(options())).toMatchObject({ updated: 0, unchanged: taken.length })
    })

    it('a new document gets a file of the site', async () => {
      const { data, path: file, text } = site.created
      await documentsOf(payload).create({ collection: mapping.collection, data })
      expect(await exportFiles(options())).toMatchObject({ written: 1, problems: [] })
      expect(await readFile(path.join(root, file), 'utf8')).toBe(text)
      expect(await importFiles(options())).toMatchObject({ created: 0, updated: 0 })
    })
  })

  it('relations to many and uploads are documents', async () => {
    const [page] = await documentsOf(payload).find({
      collection: 'hugo-pages',
      depth: 1,
      where: { path: { equals: 'functions/math/abs/index' } },
    })
    expect(page).toMatchObject({ tenant: 'docs', categories: [{ name: 'functions' }, { name: 'Math' }] })
    const [about] = await documentsOf(payload).find({
      collection: 'hugo-pages',
      depth: 1,
      where: { path: { equals: 'about' } },
    })
    expect(about).toMatchObject({ cover: { filename: 'cover.png' } })
  })
})
