import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import type { Mapping } from '../../../src/mapping/types.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const opened: string[] = []
vi.mock(import('node:fs/promises'), async (original) => {
  const actual = await original()
  const open: typeof actual.open = (file, ...others) => {
    opened.push(String(file))
    return actual.open(file, ...others)
  }
  return { ...actual, open }
})

const slugs = ['one', 'two', 'three', 'four']

describe.skipIf(skipped())(`unchanged files on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let articles: ReturnType<typeof articlesOf>
  let root: string
  let site = 0

  const fileOf = (slug: string, folder = root): string => path.join(folder, `learn/test/${slug}.md`)
  const put = (slug: string, lines: Record<string, string> = {}): void => {
    mkdirSync(path.dirname(fileOf(slug)), { recursive: true })
    writeFileSync(fileOf(slug), articleText('test', slug, lines))
  }
  const idOf = async (slug: string): Promise<string> => {
    const where = { slug: { equals: slug } }
    const { docs } = await payload.find({ collection: 'articles', depth: 0, trash: true, where })
    return String(docs[0]?.id)
  }
  /** A file that is as new as the import that reads it is read again by the next one, so time passes. */
  const later = (): void => void vi.setSystemTime(performance.timeOrigin + performance.now() + 60_000)
  /** An import, the files that it read, and its counts. */
  const take = async (
    options: Partial<Parameters<typeof importFiles>[0]> = {},
    folder = root,
  ): Promise<Record<string, unknown> & { read: string[] }> => {
    later()
    opened.length = 0
    const { problems, seconds, ...counts } = await importFiles({
      payload,
      mappings: [articleMapping],
      folder,
      ...options,
    })
    expect(seconds).toBeGreaterThan(0)
    const read = opened.filter((file) => file.startsWith(folder)).map((file) => path.basename(file, '.md'))
    return { ...counts, problems, read: read.sort() }
  }

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    booted = await bootPayload()
    payload = booted.payload
    articles = articlesOf(payload)
  })
  afterAll(async () => {
    vi.useRealTimers()
    await booted?.close()
  })
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs', 'redirects'] as const) {
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    }
    site += 1
    root = path.join(booted.folder, `site-${site}`)
    for (const slug of slugs) put(slug)
    expect(await take()).toMatchObject({ created: 4, read: [...slugs].sort() })
  })

  it('unchanged files are neither read nor looked up, and nothing but the history is written', async () => {
    const calls: string[] = []
    const methods = ['create', 'createVersion', 'deleteMany', 'deleteOne', 'find', 'findOne', 'updateMany']
    const spies = [...methods, 'updateOne', 'updateVersion', 'upsert'].map((method) => {
      const original: unknown = Reflect.get(payload.db, method)
      Reflect.set(payload.db, method, (...args: { collection: string }[]) => {
        calls.push(`${method} ${args[0]?.collection}`)
        return typeof original === 'function' ? Reflect.apply(original, payload.db, args) : undefined
      })
      return () => Reflect.set(payload.db, method, original)
    })
    expect(await take()).toMatchObject({ unchanged: 4, created: 0, updated: 0, problems: [], read: [] })
    for (const restore of spies) restore()
    expect(calls.filter((call) => !call.startsWith('find') && !call.endsWith('answerbook-runs'))).toEqual([])
    expect(calls.filter((call) => call.endsWith('answerbook-files'))).toEqual(['find answerbook-files'])
    expect(calls.filter((call) => call.endsWith('articles'))).toEqual([])
  })

  it.each<[string, () => unknown, { read: string[] } & Record<string, unknown>]>([
    ['changed', () => put('two', { author: 'author: Other' }), { read: ['two'], updated: 1, unchanged: 3 }],
    [
      'changed within its size, with its old time',
      () => {
        const text = readFileSync(fileOf('two'), 'utf8')
        writeFileSync(fileOf('two'), text.replace('author: Answerbook', 'author: Answerb00k'))
        utimesSync(fileOf('two'), new Date(0), new Date(0))
      },
      { read: ['two'], updated: 1, unchanged: 3 },
    ],
    ['touched', () => utimesSync(fileOf('two'), new Date(0), new Date(0)), { read: ['two'], unchanged: 4 }],
    [
      'replaced by a copy',
      () => {
        cpSync(fileOf('two'), `${fileOf('two')}.new`, { preserveTimestamps: true })
        renameSync(`${fileOf('two')}.new`, fileOf('two'))
      },
      { read: ['two'], unchanged: 4 },
    ],
    ['new', () => put('five'), { read: ['five'], created: 1, unchanged: 4 }],
    ['gone', () => rmSync(fileOf('two')), { read: [], unchanged: 3 }],
    ['broken', () => writeFileSync(fileOf('two'), 'text'), { read: ['two'], rejected: 1, unchanged: 3 }],
  ])('a file that is %s is the only one that is read', async (_, change, expected) => {
    await change()
    expect(await take()).toMatchObject(expected)
    const { rejected } = expected
    // A file that was refused is reported again.
    expect(await take()).toMatchObject({ read: rejected ? ['two'] : [], created: 0, updated: 0 })
  })

  it('a file that is as new as the import that read it is read again', async () => {
    put('two', { author: 'author: Other' })
    const folder = root
    opened.length = 0
    vi.setSystemTime(Date.now() - 60_000 * 60)
    await importFiles({ payload, mappings: [articleMapping], folder })
    vi.setSystemTime(Date.now() + 60_000 * 60)
    expect(await take()).toMatchObject({ read: ['two'], unchanged: 4 })
    expect(await take()).toMatchObject({ read: [], unchanged: 4 })
  })

  it.each<[string, () => unknown, Partial<Parameters<typeof importFiles>[0]>]>([
    ['full is requested', () => {}, { full: true }],
    [
      'the mapping has changed',
      () => {},
      { mappings: [{ ...articleMapping, repeatableId: 'score' } satisfies Mapping] },
    ],
  ])('all files are read if %s', async (_, change, options) => {
    await change()
    expect(await take(options)).toMatchObject({ read: [...slugs].sort(), unchanged: 4 })
  })

  it('all files are read in another folder, and nothing is believed of the first one afterwards', async () => {
    const other = `${root}-copy`
    cpSync(root, other, { recursive: true })
    expect(await take({}, other)).toMatchObject({ read: [...slugs].sort(), unchanged: 4 })
    expect(await take()).toMatchObject({ unchanged: 4 })
  })

  it('a file whose record is lost, as in a restored backup, is imported again', async () => {
    const [id] = [await idOf('two')]
    await payload.delete({ collection: 'answerbook-files', where: { document: { equals: id } } })
    await articles.delete(id)
    expect(await take()).toMatchObject({ read: ['two'], created: 1, unchanged: 3 })
  })

  it('a file whose conflict is open is read again, so that it can be settled', async () => {
    put('two', { author: 'author: File' })
    await articles.update(await idOf('two'), { author: 'CMS' })
    expect(await take()).toMatchObject({ read: ['two'], conflicts: 1 })
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ read: ['two'] })
    expect((await articles.row(await idOf('two'))).author).toBe('File')
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ read: [], unchanged: 4 })
  })

  it('a file that an export has changed is the only one that is read', async () => {
    await articles.update(await idOf('two'), { author: 'CMS' })
    later()
    expect(await exportFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      written: 1,
    })
    expect(await take()).toMatchObject({ read: ['two'], unchanged: 4 })
    expect(await take()).toMatchObject({ read: [] })
  })

  it('a file that an export has left out, and that is back, counts as there again', async () => {
    const text = readFileSync(fileOf('two'))
    await articles.update(await idOf('two'), { _status: 'draft' })
    expect(await exportFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      removed: 1,
    })
    expect(await take()).toMatchObject({ read: [], unchanged: 3 })
    writeFileSync(fileOf('two'), text)
    expect(await take()).toMatchObject({ read: ['two'], unchanged: 4 })
    rmSync(fileOf('two'))
    expect(await take({ deleteMissing: true, maxDelete: 100 })).toMatchObject({ read: [], deleted: 1 })
  })

  it('an import that plans only, or should not remember, changes nothing for the next one', async () => {
    put('two', { author: 'author: Other' })
    expect(await take({ dryRun: true })).toMatchObject({ read: ['two'], updated: 1, unchanged: 3 })
    expect(await take({ remember: false })).toMatchObject({ read: ['two'], updated: 1 })
    expect(await take()).toMatchObject({ read: ['two'], unchanged: 4 })
  })
})
