import type { CollectionAfterChangeHook } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { onlyOn } from '../helpers/onlyOn.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`saves that wait for themselves on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  const redirect = (from: string) => ({ from: `/${from}`, to: '/x' })
  const save = (from: string) =>
    rest(opened.booted.config, 'redirects', { as: 'editor', method: 'POST', body: redirect(from) })
  const countOf = (from: string) =>
    documentsOf(opened.booted.payload).count({
      collection: 'redirects',
      where: { from: { equals: `/${from}` } },
    })

  const withHook = async <T>(hook: CollectionAfterChangeHook, work: () => Promise<T>): Promise<T> => {
    const hooks = opened.booted.payload.collections.subjects.config.hooks.afterChange
    hooks.push(hook)
    try {
      return await work()
    } finally {
      hooks.pop()
    }
  }
  const saveSubject = (slug: string) =>
    rest(opened.booted.config, 'subjects', { as: 'editor', method: 'POST', body: { title: slug, slug } })

  /** A write past Payload's operations, which begin a transaction of their own. */
  const writeOutside = (from: string) =>
    opened.booted.payload.db.create({ collection: 'redirects', data: redirect(from) })

  it('a write outside of the open transaction succeeds, and is visible to its author', async () => {
    let seen = 0
    const { status } = await withHook(
      async () => {
        await writeOutside('outside')
        seen = await countOf('outside')
      },
      () => saveSubject('outside'),
    )
    expect([status, seen, await countOf('outside')]).toEqual([201, 1, 1])
    expect((await save('after-outside')).status).toBe(201)
  })

  it('a save in a hook that runs after the commit succeeds', async () => {
    let later: Promise<unknown> = Promise.resolve()
    const { status } = await withHook(
      ({ req }) => {
        later = documentsOf(req.payload).create({ collection: 'redirects', data: redirect('later') })
      },
      () => saveSubject('later'),
    )
    expect(status).toBe(201)
    await later
    expect(await countOf('later')).toBe(1)
  })

  it('concurrent saves do not see each other', async () => {
    const failing = inTransaction(opened.booted.payload, {}, async (req) => {
      await documentsOf(opened.booted.payload).create({
        collection: 'redirects',
        data: redirect('failing'),
        req,
      })
      throw new Error('Stop.')
    })
    const beside = [
      documentsOf(opened.booted.payload).create({ collection: 'redirects', data: redirect('beside') }),
    ]
    await expect(failing).rejects.toThrow('Stop.')
    await Promise.all(beside)
    expect([await countOf('failing'), await countOf('beside')]).toEqual([0, 1])
  })

  it('of several simultaneous saves of one document, the later ones are refused', async () => {
    const { id } = await opened.articles.publish({ subject: opened.subject })
    const saveAnswer = (answer: string) =>
      rest(opened.booted.config, `articles/${id}`, { as: 'editor', method: 'PATCH', body: { answer } })
    const answers = await Promise.all(['1', '2', '3', '4'].map(saveAnswer))
    const told = answers.map(({ status, body }) =>
      status === 200 ? 'saved' : `${status} ${JSON.stringify(body)}`,
    )
    expect(told).toContain('saved')
    for (const each of told) expect(each).toMatch(/^saved$|^409 .*Somebody else saved this/)
  })

  onlyOn('sqlite', () =>
    describe('of the SQLite file', () => {
      it('a save in a hook without its request is refused with a remedy', async () => {
        let refused: unknown
        const began = Date.now()
        const { status } = await withHook(
          async ({ req }) => {
            await documentsOf(req.payload)
              .create({ collection: 'redirects', data: redirect('inner') })
              .catch((error: unknown) => {
                refused = error
              })
          },
          () => saveSubject('inner'),
        )
        expect(String(refused)).toMatch(/waiting for itself.*Pass `req`/)
        expect(Date.now() - began).toBeLessThan(20_000)
        expect([status, await countOf('inner')]).toEqual([201, 0])
        expect((await save('after-inner')).status).toBe(201)
      })
    }),
  )
})
