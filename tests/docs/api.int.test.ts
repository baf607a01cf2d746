import { readFileSync } from 'node:fs'
import path from 'node:path'

import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { makeUsers } from '../helpers/makeUsers.ts'
import { headersOf, rest } from '../helpers/rest.ts'
import { type Example, examplesOf } from './examples.ts'
import { mismatch } from './mismatch.ts'
import { runProgram } from './runProgram.ts'
import { serve, type Served } from './serve.ts'

const examples = examplesOf(readFileSync('docs/api.md', 'utf8'))

describe.skipIf(skipped())(`docs/api.md on ${database}`, () => {
  let booted: Booted
  let served: Served

  beforeAll(async () => {
    booted = await bootPayload()
    const { config, payload } = booted
    await importFiles({ payload, mappings: [articleMapping], folder: path.resolve('content') })
    await makeUsers(payload)
    served = await serve(payload, config)
    await moveArticle()
    await addDraft()
  })
  afterAll(async () => {
    await served.close()
    await booted.close()
  })

  /** The state that the section about moved URLs describes: a published article whose slug was changed. */
  const moveArticle = async (): Promise<void> => {
    const { payload } = booted
    const { docs } = await payload.find({
      collection: 'articles',
      depth: 0,
      where: { slug: { equals: 'what-are-the-seven-si-base-units' } },
    })
    const [article] = docs
    if (!article) throw new Error('The demo has lost the article that moves.')
    const data = { ...article, slug: 'seven-si-base-units' }
    await payload.update({ collection: 'articles', id: article.id, data })
  }

  const idOfSubject = async (): Promise<string> => {
    const where = { slug: { equals: 'mathematics' } }
    const { docs } = await booted.payload.find({ collection: 'subjects', where })
    if (!docs[0]) throw new Error('The demo has lost the subject mathematics.')
    return docs[0].id
  }

  /** An article that visitors may not see: all lists and counts of the page must exclude it. */
  const addDraft = async (): Promise<void> => {
    const { payload } = booted
    const subject = await idOfSubject()
    const data = {
      question: 'What is a draft?',
      answer: 'Unseen.',
      subject,
      date: '2030-01-01T12:00:00.000Z',
    }
    await payload.create({ collection: 'articles', data, draft: true })
  }

  const ask = async ({ request }: Example): Promise<{ status: number; body: unknown }> => {
    const [target = '', ...more] = request.split('\n')
    const isHeader = (line: string): boolean => /^\w+: /.test(line)
    const query = more.filter((line) => !isHeader(line)).map((line) => line.trim())
    return rest(booted.config, [target.replace('GET /api', ''), ...query].join(''), {
      as: more.some(isHeader) ? 'reader' : 'visitor',
    })
  }

  const askGraphql = async ({ request }: Example): Promise<{ status: number; body: unknown }> => {
    const response = await GRAPHQL_POST(Promise.resolve(booted.config))(
      new Request('http://localhost:3000/api/graphql', {
        method: 'POST',
        headers: { ...headersOf('visitor'), 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: request.replace('ID-OF-THE-SUBJECT', await idOfSubject()) }),
      }),
    )
    return { status: response.status, body: await response.json() }
  }

  const run = async (example: Example): Promise<{ status: number; body: unknown }> => ({
    status: 200,
    body: await runProgram(example, served.fetch),
  })

  const doors = { http: ask, graphql: askGraphql, ts: run }

  it.each(examples.map((example) => ({ ...example, door: doors[example.language] })))(
    '$name',
    async ({ door, ...example }) => {
      const { status, body } = await door(example)
      expect(mismatch(example.answer, body)).toBeUndefined()
      expect(status).toBe(example.status)
    },
  )
})

it('docs/api.md has examples for every kind of request', () => {
  const asked = (language: Example['language']): number =>
    examples.filter((example) => example.language === language).length
  expect(asked('http')).toBeGreaterThanOrEqual(4)
  expect(asked('graphql')).toBeGreaterThanOrEqual(3)
  expect(asked('ts')).toBeGreaterThanOrEqual(3)
})
