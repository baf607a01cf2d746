import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fileRecordsOf } from '../../src/sync/records/fileRecords.ts'
import { type Booted, bootPayload, migrationsOf, skipped } from '../helpers/bootPayload.ts'

const step = 'collection_slugs'

describe.skipIf(skipped())('the step that gives files a scope, on mongodb', () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())

  it('the step keeps existing files, and allows the same paths in other scopes', async () => {
    const { payload } = booted
    const files = payload.db.connection.collection('files')
    await files.createIndex({ path: 1 }, { unique: true })
    await files.insertOne({ path: 'posts/old.md', relationTo: 'articles', text: 'Old.', digest: 'x' })
    const migration = (await migrationsOf('mongodb')).find(({ name }) => name.endsWith(step))
    await migration?.up({ payload, req: { payload } })
    expect((await fileRecordsOf(payload).byPaths(['posts/old.md'])).map(({ text }) => text)).toEqual(['Old.'])
    const other = fileRecordsOf(payload, undefined, 'tenant=1')
    await other.announce(
      { mapping: { collection: 'articles' }, path: 'posts/old.md', text: 'New.' },
      undefined,
    )
    expect((await other.byPaths(['posts/old.md'])).map(({ text }) => text)).toEqual(['New.'])
    const twice = other.announce(
      { mapping: { collection: 'articles' }, path: 'posts/old.md', text: '' },
      undefined,
    )
    await expect(twice).rejects.toThrow()
  })
})
