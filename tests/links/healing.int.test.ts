import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { unresolvedLinksOf } from '../../src/mapping/links.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import type { articlesOf } from '../helpers/articlesOf.ts'
import { bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

let made = 0

describe.skipIf(skipped())(`links that come and go with their targets on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let subject: DocumentId
  let folder: string
  beforeAll(async () => {
    ;({ articles, booted } = await bootArticles())
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    folder = `links-${(made += 1)}`
    subject = await articles.subject(folder)
  })

  const urlOf = (slug: string) => `/learn/${folder}/questions/${slug}`
  const waitFor = (slug: string, position: number) => ({
    position,
    url: urlOf(slug),
    values: { title: `Is it ${slug}?` },
  })
  /** All links of an article in order: an id, or an unresolved URL. */
  const linksOf = (state: Record<string, unknown>): unknown[] => {
    const related: unknown[] = Array.isArray(state.relatedArticles) ? state.relatedArticles : []
    const links = [...related]
    for (const { position, url } of unresolvedLinksOf(state.unresolvedLinks)) links.splice(position, 0, url)
    return links
  }
  const states = async (id: DocumentId) => [
    linksOf(await articles.row(id)),
    linksOf(await articles.latest(id)),
  ]
  const remove = (path: string) => rest(booted.config, path, { as: 'editor', method: 'DELETE' })

  describe('when a target arrives', () => {
    it('links are healed in place, without a version and without a new time', async () => {
      const other = (await articles.publish({ subject })).id
      const waiting = [waitFor('one', 0), waitFor('two', 2)]
      const { id, updatedAt } = await articles.publish({
        subject,
        relatedArticles: [other],
        unresolvedLinks: waiting,
      })
      const before = await articles.versions(id)
      const target = (await articles.publish({ subject, slug: 'one' })).id
      expect(await states(id)).toEqual([
        [target, other, urlOf('two')],
        [target, other, urlOf('two')],
      ])
      expect((await articles.row(id)).updatedAt).toBe(updatedAt)
      const after = await articles.versions(id)
      expect(after.map((version) => [version.id, version.updatedAt])).toEqual(
        before.map((version) => [version.id, version.updatedAt]),
      )
      const second = (await articles.publish({ subject, slug: 'two' })).id
      expect(await states(id)).toEqual([
        [target, other, second],
        [target, other, second],
      ])
      expect((await articles.row(id)).unresolvedLinks ?? null).toBeNull()
    })

    it('links of drafts are healed as well: of a published article, and of a draft alone', async () => {
      const published = await articles.publish({ subject, unresolvedLinks: [waitFor('one', 0)] })
      await articles.saveDraft(published.id, {
        answer: 'Draft.',
        unresolvedLinks: [waitFor('two', 0), waitFor('one', 1)],
      })
      const alone = await articles.draft({
        subject,
        question: 'Alone?',
        answer: 'x',
        unresolvedLinks: [waitFor('one', 0)],
      })
      const target = (await articles.publish({ subject, slug: 'one' })).id
      expect(await states(published.id)).toEqual([[target], [urlOf('two'), target]])
      expect(await articles.latest(published.id)).toMatchObject({ answer: 'Draft.', _status: 'draft' })
      expect(await states(alone.id)).toEqual([[target], [target]])
    })

    it('links of a restored old version lead to the documents that have arrived since', async () => {
      const { id } = await articles.publish({
        subject,
        unresolvedLinks: [waitFor('one', 0), waitFor('two', 1)],
      })
      const [old] = await articles.versions(id)
      await articles.update(id, { answer: 'New.' })
      const target = (await articles.publish({ subject, slug: 'one' })).id
      const restored = await rest(booted.config, `articles/versions/${old?.id}`, {
        as: 'editor',
        method: 'POST',
      })
      expect(restored.status).toBe(200)
      expect(await states(id)).toEqual([
        [target, urlOf('two')],
        [target, urlOf('two')],
      ])
    })

    it('a draft does not resolve links; publishing and moving it do', async () => {
      const { id } = await articles.publish({
        subject,
        unresolvedLinks: [waitFor('one', 0), waitFor('two', 1)],
      })
      const target = (await articles.draft({ subject, question: 'One?', slug: 'one', answer: 'x' })).id
      expect(await states(id)).toEqual([
        [urlOf('one'), urlOf('two')],
        [urlOf('one'), urlOf('two')],
      ])
      await articles.update(target, { _status: 'published' })
      expect(await states(id)).toEqual([
        [target, urlOf('two')],
        [target, urlOf('two')],
      ])
      const mover = (await articles.publish({ subject, slug: 'three' })).id
      await articles.update(mover, { slug: 'two' })
      expect(await states(id)).toEqual([
        [target, mover],
        [target, mover],
      ])
    })

    it('URLs that merely look alike stay unresolved', async () => {
      const { id } = await articles.publish({
        subject,
        unresolvedLinks: [waitFor('one-more', 0), waitFor('On', 1)],
      })
      await articles.publish({ subject, slug: 'one' })
      expect(await states(id)).toEqual([
        [urlOf('one-more'), urlOf('On')],
        [urlOf('one-more'), urlOf('On')],
      ])
    })

    it('articles that are published at once and wait for each other are healed', async () => {
      const ids = []
      for (const slug of ['a', 'b', 'c']) {
        const unresolvedLinks = ['a', 'b', 'c'].filter((other) => other !== slug).map(waitFor)
        ids.push(
          (await articles.draft({ subject, question: `${slug}?`, slug, answer: 'x', unresolvedLinks })).id,
        )
      }
      const waiting = (await articles.publish({ subject, unresolvedLinks: ['a', 'b', 'c'].map(waitFor) })).id
      const query = ids.map((value, at) => `where[id][in][${at}]=${value}`).join('&')
      const bulk = { as: 'editor', method: 'PATCH', body: { _status: 'published' } } as const
      expect(await rest(booted.config, `articles?${query}`, bulk)).toMatchObject({
        status: 200,
        body: { errors: [] },
      })
      expect(await states(waiting)).toEqual([ids, ids])
      for (const id of ids) {
        const others = ids.filter((other) => other !== id)
        expect(await states(id)).toEqual([others, others])
      }
    })

    it('many articles that wait for the same URL are all healed', async () => {
      const waiting = []
      for (let at = 0; at < 12; at += 1)
        waiting.push((await articles.publish({ subject, unresolvedLinks: [waitFor('one', 0)] })).id)
      const target = (await articles.publish({ subject, slug: 'one' })).id
      for (const id of waiting) expect(await states(id)).toEqual([[target], [target]])
    })
  })

  describe('when a target is permanently deleted', () => {
    it('links to it become unresolved at the same position, in the row and in drafts', async () => {
      const [first, target, last] = [
        await articles.publish({ subject }),
        await articles.publish({ subject, slug: 'target', question: 'Target?' }),
        await articles.publish({ subject }),
      ]
      const { id, updatedAt } = await articles.publish({
        subject,
        relatedArticles: [first.id, target.id, last.id],
      })
      const drafted = await articles.publish({ subject })
      await articles.saveDraft(drafted.id, { relatedArticles: [target.id, first.id] })
      expect(await remove(`articles/${target.id}`)).toMatchObject({ status: 200 })
      const left = [first.id, urlOf('target'), last.id]
      expect(await states(id)).toEqual([left, left])
      expect(await states(drafted.id)).toEqual([[], [urlOf('target'), first.id]])
      const row = await articles.row(id)
      expect(row).toMatchObject({
        updatedAt,
        unresolvedLinks: [{ position: 1, values: { title: 'Target?' } }],
      })
    })

    it('links to targets deleted in bulk become unresolved, even if these link to each other', async () => {
      const targets = []
      for (const slug of ['a', 'b', 'c', 'd']) targets.push((await articles.publish({ subject, slug })).id)
      await articles.update(targets[0] ?? '', { relatedArticles: [targets[1], targets[2]] })
      await articles.update(targets[1] ?? '', { relatedArticles: [targets[0], targets[3]] })
      const kept = (await articles.publish({ subject })).id
      const { id } = await articles.publish({
        subject,
        relatedArticles: [...targets.slice(0, 2), kept, ...targets.slice(2)],
      })
      const query = targets.map((value, at) => `where[id][in][${at}]=${value}`).join('&')
      const { body, status } = await remove(`articles?${query}`)
      expect([status, body.errors], JSON.stringify(body)).toEqual([200, []])
      const left = [urlOf('a'), urlOf('b'), kept, urlOf('c'), urlOf('d')]
      expect(await states(id)).toEqual([left, left])
    })

    it('links return together with their target', async () => {
      const target = await articles.publish({ subject, slug: 'target' })
      const { id } = await articles.publish({ subject, relatedArticles: [target.id] })
      await articles.delete(target.id)
      const again = (await articles.publish({ subject, slug: 'target' })).id
      expect(await states(id)).toEqual([[again], [again]])
    })

    it('links are unchanged while the target is in the trash', async () => {
      const target = await articles.publish({ subject })
      const { id } = await articles.publish({ subject, relatedArticles: [target.id] })
      await articles.update(target.id, { deletedAt: new Date().toISOString() })
      expect(await states(id)).toEqual([[target.id], [target.id]])
    })
  })

  it('a subject in use is not deleted, alone or in bulk; an empty one is', async () => {
    const { id } = await articles.publish({ subject })
    await articles.update(id, { deletedAt: new Date().toISOString() })
    const refused = await remove(`subjects/${subject}`)
    expect(refused).toMatchObject({ status: 409 })
    expect(JSON.stringify(refused.body)).toContain('1 document still uses it')
    const bulk = await remove(`subjects?where[id][equals]=${subject}`)
    expect(bulk.status).toBeLessThan(500)
    expect(JSON.stringify(bulk.body)).toContain('still uses it')
    expect(await rowsOf(booted.payload).findById('subjects', subject)).toBeDefined()
    await articles.delete(id)
    expect(await remove(`subjects/${subject}`)).toMatchObject({ status: 200 })
  })

  it('a subject that only an unfinished draft moves to is in use', async () => {
    const next = await articles.subject(`${folder}-next`)
    const { id } = await articles.publish({ subject })
    await articles.saveDraft(id, { subject: next })
    expect((await remove(`subjects/${next}`)).status).toBe(409)
    expect(idsOf(await documentsOf(booted.payload).find({ collection: 'subjects' }))).toContain(next)
  })
})

const idsOf = (documents: { id: DocumentId }[]): DocumentId[] => documents.map(({ id }) => id)
