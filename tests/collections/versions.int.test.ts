import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import type { TestUser } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`versions of articles on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let users: Record<'editor', TestUser>
  let subject: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, users, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  it('an article keeps its newest 20 versions', async () => {
    const { id } = await articles.publish({ subject })
    for (let at = 1; at <= 24; at += 1) await articles.update(id, { answer: `Answer ${at}.` })
    const versions = await articles.versions(id)
    expect(versions).toHaveLength(20)
    expect(versions.map(({ version }) => version.answer)).toEqual(
      Array.from({ length: 20 }, (_, at) => `Answer ${at + 5}.`),
    )
    expect(await articles.latest(id)).toMatchObject({ answer: 'Answer 24.' })
  })

  it('autosave does not add versions', async () => {
    const { id } = await articles.publish({ subject })
    const autosave = (answer: string) =>
      rest(booted.config, `articles/${id}?draft=true&autosave=true`, {
        as: 'writer',
        method: 'PATCH',
        body: { answer },
      })
    for (let at = 1; at <= 6; at += 1) expect(await autosave(`Typing ${at}`)).toMatchObject({ status: 200 })
    expect(await articles.versions(id)).toHaveLength(2)
    expect(await articles.latest(id)).toMatchObject({ answer: 'Typing 6', _status: 'draft' })
    expect(await articles.row(id)).toMatchObject({ answer: 'Answer.', _status: 'published' })
  })

  it.each(['publish', 'unpublish'] as const)("an editor's scheduled job does %s on time", async (type) => {
    const { id } = await articles.publish({ subject })
    await (type === 'publish' ? articles.saveDraft(id, { answer: 'Next.' }) : Promise.resolve())
    const input = {
      type,
      doc: { relationTo: 'articles', value: String(id) },
      user: { relationTo: 'users', value: users.editor.id },
    } as const
    await booted.payload.jobs.queue({
      task: 'schedulePublish',
      input,
      waitUntil: new Date(Date.now() - 1000),
    })
    await booted.payload.jobs.run({ allQueues: true, silent: true })
    const expected =
      type === 'publish' ? { answer: 'Next.', _status: 'published' } : { answer: 'Answer.', _status: 'draft' }
    expect(await articles.row(id)).toMatchObject(expected)
    expect(await articles.latest(id)).toMatchObject(expected)
  })

  it('every document has a version, so that the admin lists it', async () => {
    const { id } = await articles.draft({ question: 'Listed?' })
    const { body } = await rest(booted.config, `articles?draft=true&where[id][equals]=${id}`, {
      as: 'writer',
    })
    expect(body.totalDocs).toBe(1)
    expect(await articles.versions(id)).toHaveLength(1)
  })

  it('restoring the first version restores its answer', async () => {
    const { id } = await articles.publish({ subject, answer: 'First.' })
    await articles.update(id, { answer: 'Second.' })
    const [first] = await articles.versions(id)
    const restored = await rest(booted.config, `articles/versions/${first?.id}`, {
      as: 'editor',
      method: 'POST',
    })
    expect(restored.status).toBe(200)
    expect(await articles.row(id)).toMatchObject({ answer: 'First.', _status: 'published' })
    expect(await articles.latest(id)).toMatchObject({ answer: 'First.', _status: 'published' })
  })
})
