import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import type { TestUser } from '../helpers/makeUsers.ts'
import { rest, type RestAnswer } from '../helpers/rest.ts'

type Values = Record<string, unknown>

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null

describe.skipIf(skipped())(`a save over somebody else's on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let users: Record<'editor', TestUser>
  let subject: DocumentId
  let id: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, users, subject } = await bootArticles())
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    id = (await articles.publish({ subject, answer: 'First.' })).id
  })

  const patch = (body: Values, query = ''): Promise<RestAnswer> =>
    rest(booted.config, `articles/${id}?overrideLock=true&depth=0${query}`, {
      as: 'editor',
      method: 'PATCH',
      body,
    })

  /** An open form of the admin: it sends all of its values, and applies the response unless that is late. */
  const open = async (session: string) => {
    const { body } = await rest(booted.config, `articles/${id}?draft=true&depth=0`, { as: 'editor' })
    let values: Values = body
    const save = async (changes: Values, query: string, { isLate = false } = {}): Promise<RestAnswer> => {
      const saved = await patch({ ...values, ...changes, _editing: { session } }, query)
      if (saved.status === 200 && !isLate && isRecord(saved.body.doc)) values = saved.body.doc
      return saved
    }
    return {
      autosave: (answer: string, options = {}) =>
        save({ answer, _status: 'draft' }, '&draft=true&autosave=true', options),
      saveDraft: (answer: string) => save({ answer, _status: 'draft' }, '&draft=true'),
      publish: (answer: string) => save({ answer, _status: 'published' }, ''),
    }
  }
  const expectRefused = async (save: Promise<RestAnswer>, kept: string) => {
    const { status, body } = await save
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toMatch(
      /Not saved\. This document was changed by someone else[^:]*reload[^:"]*"/,
    )
    expect(await articles.latest(id)).toMatchObject({ answer: kept })
  }

  it.each([
    ['autosave', 'autosave'],
    ['autosave', 'publish'],
    ['publish', 'autosave'],
    ['publish', 'publish'],
    ['saveDraft', 'saveDraft'],
  ] as const)('a stale save is refused: %s of one form, then %s of another', async (one, other) => {
    const [first, second] = [await open('first'), await open('second')]
    expect(await first[one]('By the first.')).toMatchObject({ status: 200 })
    await expectRefused(second[other]('By the second.'), 'By the first.')
  })

  it('a save of a form without an id is refused, unless the same user saved last', async () => {
    const form = (as: 'editor' | 'admin', values: Values, answer: string): Promise<RestAnswer> => {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ ...values, answer, _status: 'published' }))
      return rest(booted.config, `articles/${id}?overrideLock=true&depth=0`, { as, method: 'PATCH', body })
    }
    const { body } = await rest(booted.config, `articles/${id}?depth=0`, { as: 'editor' })
    expect(await form('editor', body, 'By the editor.')).toMatchObject({ status: 200 })
    expect(await form('editor', body, 'Again by the editor.')).toMatchObject({ status: 200 })
    await expectRefused(form('admin', body, 'By the admin.'), 'Again by the editor.')
  })

  it('a stale save is refused even if the same form saved before', async () => {
    const [first, second] = [await open('first'), await open('second')]
    expect(await first.autosave('By the first.')).toMatchObject({ status: 200 })
    expect(await (await open('third')).autosave('By the third.')).toMatchObject({ status: 200 })
    await expectRefused(first.autosave('Again by the first.'), 'By the third.')
    await expectRefused(second.autosave('By the second.'), 'By the third.')
  })

  it('a save is refused after one over the API, and one over the API that names an outdated base', async () => {
    const form = await open('form')
    expect(await patch({ answer: 'By the API.' })).toMatchObject({ status: 200 })
    await expectRefused(form.autosave('By the form.'), 'By the API.')
    const { updatedAt } = await articles.latest(id)
    expect(await patch({ answer: 'Again.', _editing: { updatedAt } })).toMatchObject({ status: 200 })
    await expectRefused(patch({ answer: 'Late.', _editing: { updatedAt } }), 'Again.')
    expect(await patch({ answer: 'Without a base.' })).toMatchObject({ status: 200 })
  })

  it('only one of several simultaneous saves succeeds', async () => {
    const forms = await Promise.all([open('first'), open('second'), open('third')])
    const saves = await Promise.all(forms.map((form, at) => form.saveDraft(`By ${at}.`)))
    const saved = saves.flatMap(({ status }, at) => (status === 200 ? [`By ${at}.`] : []))
    expect(saved).toHaveLength(1)
    expect(await articles.latest(id)).toMatchObject({ answer: saved[0] })
  })

  it('the saves of a single form succeed: autosaves, a late response, a draft, publishing', async () => {
    const form = await open('form')
    for (const isLate of [false, false, true, true, false]) {
      expect(await form.autosave(`Late: ${isLate}.`, { isLate })).toMatchObject({ status: 200 })
    }
    expect(await form.saveDraft('Draft.')).toMatchObject({ status: 200 })
    expect(await form.autosave('Typed on.', { isLate: true })).toMatchObject({ status: 200 })
    expect(await form.publish('Published.')).toMatchObject({ status: 200 })
    expect(await articles.row(id)).toMatchObject({ answer: 'Published.', _status: 'published' })
    expect(await form.autosave('And on.')).toMatchObject({ status: 200 })
  })

  it('a save succeeds if only the status has changed in the meantime', async () => {
    const form = await open('form')
    expect(await form.autosave('Scheduled.')).toMatchObject({ status: 200 })
    await booted.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'articles', value: String(id) },
        user: { relationTo: 'users', value: users.editor.id },
      },
      waitUntil: new Date(Date.now() - 1000),
    })
    await booted.payload.jobs.run({ allQueues: true, silent: true })
    expect(await articles.row(id)).toMatchObject({ answer: 'Scheduled.', _status: 'published' })
    expect(await form.autosave('Typed on.')).toMatchObject({ status: 200 })
    expect(await articles.latest(id)).toMatchObject({ answer: 'Typed on.' })
  })

  it('reverting and restoring a version succeed, and make open forms stale', async () => {
    const form = await open('form')
    expect(await form.publish('Second.')).toMatchObject({ status: 200 })
    expect(await form.autosave('Third.')).toMatchObject({ status: 200 })
    // Like reverting in the admin: the published state as it was read, without a form.
    const { body } = await rest(booted.config, `articles/${id}?depth=0`, { as: 'editor' })
    expect(await patch(body)).toMatchObject({ status: 200 })
    expect(await articles.latest(id)).toMatchObject({ answer: 'Second.', _status: 'published' })
    const [oldest] = await articles.versions(id)
    const restored = await rest(booted.config, `articles/versions/${oldest?.id}`, {
      as: 'editor',
      method: 'POST',
    })
    expect(restored.status).toBe(200)
    expect(await articles.latest(id)).toMatchObject({ answer: 'First.' })
    await expectRefused(form.autosave('Stale.'), 'First.')
  })

  it('the base of a save is not stored', async () => {
    const form = await open('form')
    await form.publish('Published.')
    expect(JSON.stringify([await articles.row(id), await articles.latest(id)])).not.toContain('_editing')
  })
})
