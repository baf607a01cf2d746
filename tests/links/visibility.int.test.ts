import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { graphql } from '../helpers/graphql.ts'
import type { Person } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

/** Ids of the related articles in a response, with nested ones under their parents. */
type Tree = { id: unknown; related: Tree[] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const treeOf = (value: unknown): Tree => {
  if (!isRecord(value)) return { id: value, related: [] }
  return {
    id: value.id,
    related: Array.isArray(value.relatedArticles) ? value.relatedArticles.map(treeOf) : [],
  }
}

const idsIn = ({ id, related }: Tree): unknown[] => [id, ...related.flatMap(idsIn)]

describe.skipIf(skipped())(`links to documents that readers may not see on ${database}`, () => {
  let booted: Booted
  let subject: DocumentId
  let home: DocumentId
  let all: DocumentId[]
  let readable: DocumentId[]
  let hidden: DocumentId[]
  beforeAll(async () => {
    const site = await bootArticles()
    ;({ booted, subject } = site)
    const { articles } = site
    const draft = await articles.draft({ subject, question: 'Draft?', answer: 'x' })
    const unpublished = await articles.publish({ subject })
    await articles.update(unpublished.id, { _status: 'draft' })
    const trashed = await articles.publish({ subject })
    await articles.update(trashed.id, { deletedAt: new Date().toISOString() })
    hidden = [draft.id, unpublished.id, trashed.id]
    const [first, second] = [
      await articles.publish({ subject, relatedArticles: hidden }),
      await articles.publish({ subject, relatedArticles: [draft.id] }),
    ]
    all = [second.id, draft.id, first.id, unpublished.id, trashed.id]
    readable = [second.id, first.id]
    home = (await articles.publish({ subject, relatedArticles: all })).id
  })
  afterAll(() => booted.close())

  const visitors: Person[] = ['visitor', 'reader']

  it.each([0, 1, 2, 3])(
    'hidden links are omitted from an article at depth %i, and the order is kept',
    async (depth) => {
      for (const as of visitors) {
        const { body } = await rest(booted.config, `articles/${home}?depth=${depth}`, { as })
        const tree = treeOf(body)
        expect(tree.related.map(({ id }) => id)).toEqual(readable)
        for (const id of hidden) expect(idsIn(tree)).not.toContain(id)
      }
    },
  )

  it.each([0, 1, 2, 3])('hidden links are omitted from lists at depth %i', async (depth) => {
    const { body } = await rest(booted.config, `articles?depth=${depth}&limit=0`)
    const trees = Array.isArray(body.docs) ? body.docs.map(treeOf) : []
    expect(trees).toHaveLength(3)
    for (const id of hidden) expect(trees.flatMap(idsIn)).not.toContain(id)
    expect(trees.find(({ id }) => id === home)?.related.map(({ id }) => id)).toEqual(readable)
  })

  it.each([0, 1, 2])(
    'hidden links are omitted from the lists and counts of a subject at depth %i',
    async (depth) => {
      const { body } = await rest(
        booted.config,
        `subjects/${subject}?depth=${depth}&joins[articles][count]=true`,
      )
      const text = JSON.stringify(body)
      expect(body.articles).toMatchObject({ totalDocs: 3 })
      for (const id of hidden) expect(text).not.toContain(id)
    },
  )

  it('hidden links are omitted at every level of GraphQL', async () => {
    const nested = '{ id relatedArticles { id relatedArticles { id } } }'
    const inList = '{ subject { articles { docs { id relatedArticles { id } } } } }'
    const answers = [
      await graphql(booted.config, `{ Article(id: "${home}") ${nested} }`),
      await graphql(booted.config, `{ Article(id: "${home}") ${inList} }`),
    ]
    expect(treeOf(answers[0]?.data.Article).related.map(({ id }) => id)).toEqual(readable)
    for (const { data, errors } of answers) {
      expect(errors).toEqual([])
      for (const id of hidden) expect(JSON.stringify(data)).not.toContain(id)
    }
  })

  it('staff see all links', async () => {
    for (const as of ['writer', 'editor'] as const) {
      const { body } = await rest(booted.config, `articles/${home}?depth=0`, { as })
      expect(body.relatedArticles).toEqual(all)
    }
  })

  it('a list costs one query for its links, however long it is', async () => {
    const find = vi.spyOn(booted.payload.db, 'find')
    const count = async (limit: number): Promise<number> => {
      find.mockClear()
      await rest(booted.config, `articles?depth=0&limit=${limit}`)
      return find.mock.calls.filter(([{ collection }]) => collection === 'articles').length
    }
    try {
      expect([await count(1), await count(3)]).toEqual([2, 2])
    } finally {
      find.mockRestore()
    }
  })
})
