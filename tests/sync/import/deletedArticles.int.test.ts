import { describe, expect, it } from 'vitest'

import type { ImportReport } from '../../../src/sync/report.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { pathOf, useDeliveries } from '../../helpers/useDeliveries.ts'

const answer = (text: string): string => `answer: >-\n    ${text}`
const codesOf = ({ problems }: ImportReport): string[] => problems.map(({ code }) => code)

describe.skipIf(skipped())(`articles that were deleted, on ${database}`, () => {
  const site = useDeliveries()
  const { at, count, edit, find, give, put, read, remove, take } = site

  const trash = (place: string): Promise<void> => edit(place, { deletedAt: new Date().toISOString() })
  const restore = (place: string): Promise<void> => edit(place, { deletedAt: null })
  const purge = async (place: string): Promise<void> => {
    await site.payload().delete({
      collection: 'articles',
      id: (await at(place)).id,
      trash: true,
    })
  }

  describe('in the trash, by somebody', () => {
    it('stay there while their files stay the same, whoever wins conflicts', async () => {
      put('biology/osmosis')
      await take()
      await trash('biology/osmosis')
      for (const takeConflicts of [undefined, 'file', 'cms'] as const)
        expect(await take(takeConflicts ? { takeConflicts } : {})).toMatchObject({
          unchanged: 1,
          problems: [],
        })
      expect((await at('biology/osmosis')).deletedAt).toBeTruthy()
    })

    it('are a conflict when their files change, and lose nothing when they are restored', async () => {
      put('biology/osmosis')
      await take()
      await trash('biology/osmosis')
      put('biology/osmosis', { answer: answer('New.') })
      for (const dryRun of [true, false, false]) {
        const report = await take({ dryRun })
        expect(report).toMatchObject({
          conflicts: 1,
          updated: 0,
          created: 0,
          rejected: 0,
        })
        expect(codesOf(report)).toEqual(['in-trash'])
      }
      await restore('biology/osmosis')
      expect(await take()).toMatchObject({ updated: 1, problems: [] })
      expect(await at('biology/osmosis')).toMatchObject({ answer: 'New.' })
    })

    it('return with the changes of both sides if the file wins', async () => {
      put('biology/osmosis')
      await take()
      const { id } = await at('biology/osmosis')
      await edit('biology/osmosis', { author: 'An editor' })
      await edit('biology/osmosis', { seo: { description: 'A draft.' }, _status: 'draft' }, true)
      await trash('biology/osmosis')
      put('biology/osmosis', { answer: answer('New.') })
      expect(await take({ takeConflicts: 'file' })).toMatchObject({
        merged: 1,
        conflicts: 0,
        problems: [],
      })
      expect(await at('biology/osmosis')).toMatchObject({
        id,
        answer: 'New.',
        author: 'An editor',
        _status: 'published',
        deletedAt: null,
      })
      const draft = await site.payload().findByID({ collection: 'articles', id, draft: true, depth: 0 })
      expect(draft).toMatchObject({
        answer: 'New.',
        seo: { description: 'A draft.' },
        deletedAt: null,
      })
    })

    it('stay there if the CMS wins, are not reported again, and have the changes of the file once restored', async () => {
      put('biology/osmosis')
      await take()
      await trash('biology/osmosis')
      put('biology/osmosis', { answer: answer('New.') })
      expect(await take({ takeConflicts: 'cms' })).toMatchObject({
        conflicts: 0,
        problems: [],
      })
      expect((await at('biology/osmosis')).deletedAt).toBeTruthy()
      expect(await take()).toMatchObject({ unchanged: 1, problems: [] })
      await restore('biology/osmosis')
      await give()
      expect(read('biology/osmosis')).toContain(answer('New.'))
    })

    it('do not return as new articles when their files move', async () => {
      put('biology/osmosis')
      await take()
      await trash('biology/osmosis')
      remove('biology/osmosis')
      put('chemistry/osmosis')
      const report = await take({ deleteMissing: true, maxDelete: 100 })
      expect(report).toMatchObject({
        conflicts: 1,
        created: 0,
        moved: 0,
        deleted: 0,
      })
      expect(report.problems).toMatchObject([{ code: 'in-trash', path: pathOf('chemistry/osmosis') }])
      expect(await take({ takeConflicts: 'file' })).toMatchObject({
        moved: 1,
        created: 0,
        problems: [],
      })
      expect(await at('chemistry/osmosis')).toMatchObject({ deletedAt: null })
      expect(await count()).toBe(1)
    })
  })

  describe('for good', () => {
    it('stay away while their files stay the same, whoever wins conflicts', async () => {
      put('biology/osmosis')
      await take()
      await purge('biology/osmosis')
      for (const takeConflicts of [undefined, 'file', 'cms'] as const)
        expect(await take(takeConflicts ? { takeConflicts } : {})).toMatchObject({
          unchanged: 1,
          problems: [],
        })
      expect(await count()).toBe(0)
    })

    it('are a conflict when their files change or move', async () => {
      for (const slug of ['a', 'b']) put(`biology/${slug}`)
      await take()
      for (const slug of ['a', 'b']) await purge(`biology/${slug}`)
      put('biology/a', { answer: answer('New.') })
      remove('biology/b')
      put('chemistry/b', { title: 'title: >-\n    Question b?' })
      for (const dryRun of [true, false, false]) {
        const report = await take({ dryRun })
        expect(report).toMatchObject({ conflicts: 2, created: 0, rejected: 0 })
        expect(codesOf(report)).toEqual(['conflict', 'conflict'])
      }
      expect(await count()).toBe(0)
    })

    it('are created again if the file wins', async () => {
      put('biology/osmosis')
      await take()
      await purge('biology/osmosis')
      put('biology/osmosis', { answer: answer('New.') })
      expect(await take({ takeConflicts: 'file' })).toMatchObject({
        created: 1,
        problems: [],
      })
      expect(await at('biology/osmosis')).toMatchObject({
        answer: 'New.',
        _status: 'published',
      })
      expect(await take()).toMatchObject({ unchanged: 1 })
    })

    it('stay away if the CMS wins, and are not reported again', async () => {
      put('biology/osmosis')
      await take()
      await purge('biology/osmosis')
      put('biology/osmosis', { answer: answer('New.') })
      expect(await take({ takeConflicts: 'cms' })).toMatchObject({
        created: 0,
        conflicts: 0,
        problems: [],
      })
      expect(await take()).toMatchObject({ unchanged: 1, problems: [] })
      expect(await count()).toBe(0)
    })
  })

  describe('by an import, since their files were missing', () => {
    const deliverWithout = async (place: string): Promise<void> => {
      remove(place)
      expect(await take({ deleteMissing: true, maxDelete: 50 })).toMatchObject({
        deleted: 1,
        problems: [],
      })
    }

    it.each([
      ['the same', {}],
      ['changed', { answer: answer('New.') }],
    ])('return when their files return %s', async (_, lines) => {
      for (const slug of ['a', 'b']) put(`biology/${slug}`)
      await take()
      const { id } = await at('biology/a')
      await edit('biology/a', { author: 'An editor' })
      await deliverWithout('biology/a')
      expect((await at('biology/a')).deletedAt).toBeTruthy()
      await give()
      put('biology/a', lines)
      expect(await take({ dryRun: true })).toMatchObject({
        unchanged: 1,
        conflicts: 0,
        problems: [],
      })
      expect(await take()).toMatchObject({
        created: 0,
        unchanged: 1,
        conflicts: 0,
        problems: [],
      })
      expect(await at('biology/a')).toMatchObject({
        id,
        author: 'An editor',
        deletedAt: null,
      })
      expect(await take({ deleteMissing: true })).toMatchObject({
        unchanged: 2,
        deleted: 0,
        problems: [],
      })
      await give()
      expect(read('biology/a')).toContain('author: An editor')
    })

    it('return when their files return at another place', async () => {
      for (const slug of ['a', 'b']) put(`biology/${slug}`)
      await take()
      const { id } = await at('biology/a')
      await deliverWithout('biology/a')
      put('chemistry/a', { title: undefined, article_title: undefined })
      expect(await take()).toMatchObject({
        created: 0,
        moved: 1,
        problems: [],
      })
      expect(await at('chemistry/a')).toMatchObject({ id, deletedAt: null })
    })

    it('are created again if somebody has emptied the trash', async () => {
      for (const slug of ['a', 'b']) put(`biology/${slug}`)
      await take()
      await deliverWithout('biology/a')
      await purge('biology/a')
      put('biology/a')
      expect(await take()).toMatchObject({ created: 1, problems: [] })
      const article = await at('biology/a')
      expect(article._status).toBe('published')
      expect(article.deletedAt ?? null).toBeNull()
    })

    it('can be deleted by somebody after they have returned', async () => {
      for (const slug of ['a', 'b']) put(`biology/${slug}`)
      await take()
      await deliverWithout('biology/a')
      put('biology/a')
      await take()
      await trash('biology/a')
      expect(await take()).toMatchObject({ unchanged: 2, problems: [] })
      expect((await find('biology/a'))?.deletedAt).toBeTruthy()
    })
  })
})
