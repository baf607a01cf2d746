import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { ensureLinkIndex } from '../../src/links/ensureLinkIndex.ts'
import { linkIndexOf } from '../../src/links/linkIndex.ts'
import { type DocumentId, documentsOf, type StoredDocument } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const linksCollection = 'answerbook-links'
const fields = {
  collection: 'articles',
  field: 'relatedArticles',
  unresolved: 'unresolvedLinks',
  key: 'url',
}
const waiting = (url: string, position = 0) => ({ url, position, values: { title: 'T', url } })

describe.skipIf(skipped())(`the index of links on ${database}`, () => {
  let articles: BootedArticles['articles']
  let booted: BootedArticles['booted']
  let subject: BootedArticles['subject']
  let target: StoredDocument
  let urlOf: (slug: string) => string
  let made = 0

  beforeAll(async () => {
    ;({ articles, booted, subject } = await bootArticles())
    const [row] = await rowsOf(booted.payload).find({
      collection: 'subjects',
      where: { id: { equals: subject } },
    })
    urlOf = (slug) => `/learn/${String(row?.slug)}/questions/${slug}`
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    target = await articles.publish({ subject, slug: `target-${(made += 1)}` })
  })

  /** The entries of a document in the index, in words. */
  const held = async (id: DocumentId): Promise<string[]> => {
    const rows = await rowsOf(booted.payload).find({
      collection: linksCollection,
      where: { from: { equals: String(id) } },
    })
    return rows
      .map(({ draft, position, to, url }) => {
        const end = typeof to === 'string' ? (to === String(target.id) ? 'target' : 'another') : String(url)
        return `${draft ? 'draft' : 'row'} ${String(position)} ${end}`
      })
      .sort()
  }

  it('the index contains what a save has stored, in the order of the links', async () => {
    const url = urlOf(`later-${made}`)
    const { id } = await articles.publish({
      subject,
      relatedArticles: [target.id],
      unresolvedLinks: [waiting(url, 1)],
    })
    expect(await held(id)).toEqual(['row 0 target', `row 1 ${url}`])
    await articles.update(id, { relatedArticles: [], unresolvedLinks: null, _status: 'published' })
    expect(await held(id)).toEqual([])
  })

  it('the index contains a draft beside the published state, until it is published', async () => {
    const { id } = await articles.publish({ subject })
    await articles.saveDraft(id, { relatedArticles: [target.id] })
    expect(await held(id)).toEqual(['draft 0 target'])
    await articles.update(id, { relatedArticles: [target.id], _status: 'published' })
    expect(await held(id)).toEqual(['row 0 target'])
  })

  it('the index follows links that are healed when their target arrives, and wait again when it is deleted', async () => {
    const slug = `coming-${made}`
    const { id } = await articles.publish({ subject, unresolvedLinks: [waiting(urlOf(slug))] })
    const index = linkIndexOf(booted.payload, 'articles')
    expect(await index.waitingFor(urlOf(slug))).toEqual([String(id)])
    target = await articles.publish({ subject, slug })
    expect(await held(id)).toEqual(['row 0 target'])
    expect(await index.linkingTo(target.id)).toEqual([String(id)])
    await articles.delete(target.id)
    expect(await held(id)).toEqual([`row 0 ${urlOf(slug)}`])
  })

  it('the index forgets a deleted document, and keeps a trashed one', async () => {
    const { id } = await articles.publish({ subject, relatedArticles: [target.id] })
    await articles.update(id, { deletedAt: new Date().toISOString() })
    expect(await held(id)).toEqual(['row 0 target'])
    await articles.delete(id)
    expect(await held(id)).toEqual([])
  })

  it('the index loses nothing when a save fails', async () => {
    const { id } = await articles.publish({ subject, slug: `held-${made}`, relatedArticles: [target.id] })
    await articles.publish({ subject, slug: `taken-${made}` })
    const refused = articles.update(id, { slug: `taken-${made}`, relatedArticles: [], _status: 'published' })
    await expect(refused).rejects.toThrow()
    expect(await held(id)).toEqual(['row 0 target'])
  })

  it('a missing index is rebuilt with the same content', async () => {
    const { payload } = booted
    const { id } = await articles.publish({ subject, relatedArticles: [target.id] })
    await articles.saveDraft(id, { relatedArticles: [], unresolvedLinks: [waiting('/learn/nowhere')] })
    const all = async () =>
      (await rowsOf(payload).find({ collection: linksCollection }))
        .map(({ draft, from, position, to, url }) =>
          JSON.stringify([from, draft, position, to ?? null, url ?? null]),
        )
        .sort()
    const before = await all()
    expect(before.length).toBeGreaterThan(2)
    await rowsOf(payload).remove({
      collection: linksCollection,
      where: { relationTo: { equals: 'articles' } },
    })
    await payload.kv.delete('answerbook-links:articles')
    const seen: number[] = []
    await ensureLinkIndex(payload, fields, ({ done }) => seen.push(done))
    expect(await all()).toEqual(before)
    const { totalDocs } = await payload.count({ collection: 'articles', trash: true })
    expect(seen.at(-1)).toBe(totalDocs)
    // It is marked as made: another start has nothing to do.
    await documentsOf(payload).find({ collection: 'articles', limit: 1 })
    await ensureLinkIndex(payload, fields, () => {
      throw new Error('It was made again.')
    })
  })

  it('the index may be built by several processes at the same time', async () => {
    const { payload } = booted
    const key = 'answerbook-links:articles'
    await payload.kv.delete(key)
    const set = payload.kv.set.bind(payload.kv)
    const setting = vi.spyOn(payload.kv, 'set').mockImplementation(async (...given) => {
      setting.mockRestore()
      await set(...given)
      throw new Error('The key exists.')
    })
    await ensureLinkIndex(payload, fields)
    expect(await payload.kv.get(key)).toBe(1)
    await payload.kv.delete(key)
    vi.spyOn(payload.kv, 'set').mockRejectedValueOnce(new Error('The database is read-only.'))
    await expect(ensureLinkIndex(payload, fields)).rejects.toThrow('read-only')
    await ensureLinkIndex(payload, fields)
  })
})
