import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type DocumentId, documentsOf, idOf, isRecord } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import type { TestUser } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

const collection = 'payload-locked-documents'

describe.skipIf(skipped())(`the lock of an article on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let users: Record<'editor' | 'admin', TestUser>
  let subject: DocumentId
  let id: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, users, subject } = await bootArticles())
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    id = (await articles.publish({ subject, answer: 'First.' })).id
  })

  /** Ids of the users for whom the article is locked. */
  const owners = async (): Promise<unknown[]> => {
    const where = { 'document.value': { equals: id } }
    const locks = await documentsOf(booted.payload).find({ collection, where })
    return locks.map(({ user }) => (isRecord(user) ? idOf(user.value) : undefined))
  }
  const lockFor = (user: TestUser) =>
    documentsOf(booted.payload).create({
      collection,
      data: {
        document: { relationTo: 'articles', value: id },
        user: { relationTo: 'users', value: user.id },
      },
    })
  const save = async (answer: string, query: string): Promise<number> => {
    const body = { answer, _status: query.includes('draft=true') ? 'draft' : 'published' }
    const { status } = await rest(booted.config, `articles/${id}?depth=0${query}`, {
      as: 'editor',
      method: 'PATCH',
      body,
    })
    return status
  }

  it('a background save locks the article for its user', async () => {
    expect(await save('Second.', '&draft=true&autosave=true')).toBe(200)
    expect(await owners()).toEqual([users.editor.id])
    expect(await save('Third.', '&draft=true&autosave=true')).toBe(200)
    expect(await owners()).toEqual([users.editor.id])
  })

  it('a background save does not take the lock from the user who took the article over', async () => {
    await lockFor(users.admin)
    expect(await save('Second.', '&draft=true&autosave=true')).toBe(423)
    expect(await save('Second.', '&draft=true&autosave=true&overrideLock=true')).toBe(200)
    expect(await owners()).toEqual([users.admin.id])
  })

  it.each(['&draft=true', ''])('a manual save with the query "%s" ends the lock', async (query) => {
    await lockFor(users.editor)
    expect(await save('Second.', query)).toBe(200)
    expect(await owners()).toEqual([])
  })
})
