import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const linksCollection = 'answerbook-links'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { articlesOf } from '../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

const size = 10

describe.skipIf(skipped())(`articles that link to each other, deleted together on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let subject: DocumentId
  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
    subject = await articles.subject('bulk')
  })
  afterAll(() => booted.close())

  const makeRing = async (): Promise<DocumentId[]> => {
    const ids: DocumentId[] = []
    for (let at = 0; at < size; at += 1) ids.push((await articles.publish({ subject })).id)
    for (const [at, id] of ids.entries()) {
      const relatedArticles = [ids[(at + 1) % size], ids[(at + 3) % size]]
      const data = { relatedArticles, _status: at % 2 === 0 ? 'published' : 'draft' }
      await documentsOf(booted.payload).update({ collection: 'articles', data, draft: at % 2 === 1, id })
    }
    return ids
  }

  it.each([1, 2, 3, 4])('articles that link to each other are deleted, in any order (%i)', async () => {
    const { payload } = booted
    const ids = await makeRing()
    // On a busy machine one document's deletion falls behind the others'.
    const deleteOne = payload.db.deleteOne.bind(payload.db)
    const slow = vi.spyOn(payload.db, 'deleteOne').mockImplementation(async (args) => {
      await pause(Math.random() * 40)
      return deleteOne(args)
    })
    const where = { id: { in: ids } }
    const { errors } = await payload.delete({ collection: 'articles', trash: true, where })
    slow.mockRestore()
    expect(errors).toEqual([])
    expect(await rowsOf(payload).find({ collection: 'articles', where })).toEqual([])
    expect(
      await rowsOf(payload).findVersions({ collection: 'articles', where: { parent: { in: ids } } }),
    ).toEqual([])
    const from = { from: { in: ids.map(String) } }
    expect(await rowsOf(payload).find({ collection: linksCollection, where: from })).toEqual([])
  })

  it('articles stay deleted when a later change refers to them', async () => {
    const { payload } = booted
    const { id } = await articles.publish({ subject })
    const [version] = await rowsOf(payload).findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
    })
    if (!version) throw new Error('A published article has a version.')
    await payload.delete({ collection: 'articles', id: String(id), trash: true })
    await rowsOf(payload).update({ collection: 'articles', data: { author: 'Nobody' }, id })
    await rowsOf(payload).updateVersion({ collection: 'articles', id: version.id, versionData: version })
    const where = { id: { equals: id } }
    expect(await rowsOf(payload).find({ collection: 'articles', where })).toEqual([])
    const parent = { parent: { equals: id } }
    expect(await rowsOf(payload).findVersions({ collection: 'articles', where: parent })).toEqual([])
  })
})
