import { readdirSync } from 'node:fs'

import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectionOf } from '../../src/database/sqliteConnections.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { onlyOn } from '../helpers/onlyOn.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`transactions on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let subject: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  const count = (collection: string, where: object) =>
    documentsOf(booted.payload).count({ collection, trash: true, where: { ...where } })

  it('a create whose last hook fails leaves nothing behind, and the next one succeeds', async () => {
    const hooks = booted.payload.collections.articles.config.hooks.afterChange
    hooks.push(({ doc }: { doc: { question?: unknown } }) => {
      if (doc.question === 'Fails?') throw new Error('The last hook failed.')
    })
    try {
      const body = { subject, question: 'Fails?', answer: 'x', _status: 'published' }
      const { status } = await rest(booted.config, 'articles', { as: 'editor', method: 'POST', body })
      expect(status).toBe(500)
    } finally {
      hooks.pop()
    }
    expect(await count('articles', { question: { equals: 'Fails?' } })).toBe(0)
    const versions = await booted.payload.countVersions({
      collection: 'articles',
      where: { 'version.question': { equals: 'Fails?' } },
    })
    expect(versions.totalDocs).toBe(0)
    expect(await articles.publish({ subject, question: 'Works?' })).toMatchObject({ question: 'Works?' })
  })

  it('several writes of one transaction are committed together', async () => {
    const work = inTransaction(booted.payload, {}, async (req) => {
      const documents = documentsOf(booted.payload)
      await documents.create({ collection: 'subjects', data: { title: 'Together', slug: 'together' }, req })
      await documents.create({ collection: 'redirects', data: { from: '/together', to: '/x' }, req })
      throw new Error('Stop.')
    })
    await expect(work).rejects.toThrow('Stop.')
    expect(await count('subjects', { slug: { equals: 'together' } })).toBe(0)
    expect(await count('redirects', { from: { equals: '/together' } })).toBe(0)
  })

  it('a value that another document has is refused with the name of its field', async () => {
    const documents = documentsOf(booted.payload)
    const redirect = (req?: PayloadRequest) =>
      documents.create({
        collection: 'redirects',
        data: { from: '/taken', to: '/x' },
        ...(req ? { req } : {}),
      })
    await redirect()
    const refused = { name: 'ValidationError', data: { errors: [{ path: 'from' }] } }
    await expect(redirect()).rejects.toMatchObject(refused)
    await expect(inTransaction(booted.payload, {}, redirect)).rejects.toMatchObject(refused)
  })

  it('20 simultaneous saves all succeed', async () => {
    const ids = []
    for (let at = 0; at < 20; at += 1) ids.push((await articles.publish({ subject })).id)
    const saves = ids.map((id, at) =>
      rest(booted.config, `articles/${id}`, {
        as: 'editor',
        method: 'PATCH',
        body: { answer: `Saved ${at}.` },
      }),
    )
    const creates = ids.map((_, at) =>
      rest(booted.config, 'articles', {
        as: 'editor',
        method: 'POST',
        body: { subject, question: `Created ${at}?`, answer: 'x', _status: 'published' },
      }),
    )
    const answers = await Promise.all([...saves, ...creates])
    expect(answers.map(({ status }) => status)).toEqual([...ids.map(() => 200), ...ids.map(() => 201)])
    for (const [at, id] of ids.entries())
      expect(await articles.row(id)).toMatchObject({ answer: `Saved ${at}.` })
    expect(await count('articles', { question: { like: 'Created ' } })).toBe(20)
  })

  onlyOn('sqlite', () =>
    describe('of the SQLite file', () => {
      const connection = () => {
        const found = connectionOf(booted.payload.db)
        if (!found) throw new Error('No SQLite file is open.')
        return found
      }
      const pragma = async (name: string): Promise<unknown> =>
        (await connection().client.execute(`PRAGMA ${name}`)).rows[0]?.[0]

      it('transactions keep WAL and foreign keys, and never block the process', async () => {
        await inTransaction(booted.payload, {}, (req) =>
          documentsOf(booted.payload).create({
            collection: 'redirects',
            data: { from: '/pragma', to: '/x' },
            req,
          }),
        )
        expect([
          await pragma('journal_mode'),
          await pragma('busy_timeout'),
          await pragma('foreign_keys'),
        ]).toEqual(['wal', 0, 1])
      })

      it('a failed COMMIT is an error, leaves nothing behind, and later writes succeed', async () => {
        const { client } = connection()
        await client.executeMultiple(`
        CREATE TABLE parents (id TEXT PRIMARY KEY);
        CREATE TABLE children (parent TEXT REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER fails AFTER INSERT ON redirects WHEN new."from" = '/fails'
          BEGIN INSERT INTO children VALUES ('nobody'); END`)
        const create = (from: string) =>
          rest(booted.config, 'redirects', { as: 'editor', method: 'POST', body: { from, to: '/x' } })
        expect((await create('/fails')).status).toBe(500)
        expect(await count('redirects', { from: { equals: '/fails' } })).toBe(0)
        expect((await create('/works')).status).toBe(201)
        expect(await count('redirects', { from: { equals: '/works' } })).toBe(1)
        const failing = inTransaction(booted.payload, {}, (req) =>
          documentsOf(booted.payload).create({
            collection: 'redirects',
            data: { from: '/fails', to: '/x' },
            req,
          }),
        )
        await expect(failing).rejects.toThrow('Nothing was saved')
        expect([await pragma('journal_mode'), await pragma('busy_timeout')]).toEqual(['wal', 0])
        await client.executeMultiple('DROP TRIGGER fails; DROP TABLE children; DROP TABLE parents')
      })

      it('200 transactions leave no file open', async () => {
        const open = () => readdirSync('/proc/self/fd').length
        const save = (at: number) =>
          inTransaction(booted.payload, {}, (req) =>
            documentsOf(booted.payload).create({
              collection: 'redirects',
              data: { from: `/files-${at}`, to: '/x' },
              req,
            }),
          )
        for (let at = 0; at < 20; at += 1) await save(at)
        const before = open()
        for (let at = 20; at < 220; at += 1) await save(at)
        expect(open() - before).toBeLessThanOrEqual(5)
      })

      it('two Payload instances in one process share one queue', async () => {
        const { BasePayload } = await import('payload')
        const second = await new BasePayload().init({ config: booted.config, disableOnInit: true })
        const both = [booted.payload, second]
        const made = Array.from({ length: 20 }, (_, at) => {
          const payload = both[at % 2] ?? second
          return documentsOf(payload).create({
            collection: 'redirects',
            data: { from: `/two-${at}`, to: '/x' },
          })
        })
        await Promise.all(made)
        expect(await count('redirects', { from: { like: '/two-' } })).toBe(20)
        await second.destroy()
      })
    }),
  )
})
