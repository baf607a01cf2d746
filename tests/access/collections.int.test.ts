import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { makeUsers } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

const people = ['visitor', 'reader', 'writer', 'editor', 'admin'] as const

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const upload = (): FormData => {
  const form = new FormData()
  form.set('file', new File([pixel], 'pixel.png', { type: 'image/png' }))
  form.set('_payload', JSON.stringify({ alt: 'A pixel' }))
  return form
}

let made = 0
let admin = ''
const unique = (): string => `made-${(made += 1)}`

const bodies: Record<string, () => object> = {
  subjects: () => ({ title: 'New', slug: unique() }),
  media: upload,
  users: () => ({ email: `${unique()}@example.com`, password: 'a-long-password', role: 'admin' }),
  redirects: () => ({ from: `/${unique()}`, to: '/b' }),
  'answerbook-files': () => ({ path: unique(), relationTo: 'articles' }),
  'answerbook-runs': () => ({
    title: 'x',
    kind: 'import',
    trigger: 'admin',
    status: 'done',
    startedAt: '2026-01-01T00:00:00.000Z',
  }),
  'payload-jobs': () => ({ taskSlug: 'schedulePublish', input: {} }),
  'payload-locked-documents': () => ({ user: { relationTo: 'users', value: admin } }),
}

type Statuses = readonly [number, number, number, number, number]
type Row = {
  find: Statuses
  findByID: Statuses
  create: Statuses
  update: Statuses
  bulkUpdate: Statuses
  delete: Statuses
  bulkDelete: Statuses
}

const editors: Statuses = [403, 403, 403, 200, 200]
const nobody: Statuses = [403, 403, 403, 403, 403]
const closed: Row = {
  find: nobody,
  findByID: nobody,
  create: nobody,
  update: nobody,
  bulkUpdate: nobody,
  delete: nobody,
  bulkDelete: nobody,
}
const open: Row = {
  find: [200, 200, 200, 200, 200],
  findByID: [200, 200, 200, 200, 200],
  create: [403, 403, 403, 201, 201],
  update: editors,
  bulkUpdate: editors,
  delete: editors,
  bulkDelete: editors,
}

// What each person gets, in the order of `people`.
const expected: Record<string, Row> = {
  subjects: open,
  media: open,
  redirects: { ...open, find: [403, 403, 200, 200, 200], findByID: [403, 403, 200, 200, 200] },
  users: {
    find: [403, 200, 200, 200, 200],
    findByID: [403, 404, 200, 200, 200],
    create: [403, 403, 403, 403, 201],
    // Users may change their own account, so those of others are not found rather than forbidden.
    update: [403, 403, 403, 403, 200],
    bulkUpdate: [403, 200, 200, 200, 200],
    delete: [403, 403, 403, 403, 200],
    bulkDelete: [403, 403, 403, 403, 200],
  },
  'answerbook-files': closed,
  'answerbook-runs': { ...closed, find: editors, findByID: editors },
  // Marks of who edits what.
  'payload-locked-documents': {
    find: [403, 403, 200, 200, 200],
    findByID: [403, 403, 200, 200, 200],
    create: [403, 403, 201, 201, 201],
    update: [403, 403, 200, 200, 200],
    bulkUpdate: [403, 403, 200, 200, 200],
    delete: [403, 403, 200, 200, 200],
    bulkDelete: [403, 403, 200, 200, 200],
  },
}

describe.skipIf(skipped())(`access to collections on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
    admin = (await makeUsers(booted.payload)).admin.id
  })
  afterAll(() => booted.close())

  const make = async (collection: string): Promise<string> => {
    if (collection === 'media') {
      const { body } = await rest(booted.config, 'media', { as: 'admin', method: 'POST', body: upload() })
      const doc: unknown = body.doc
      return typeof doc === 'object' && doc !== null && 'id' in doc ? String(doc.id) : ''
    }
    const data = bodies[collection]?.() ?? {}
    return String((await documentsOf(booted.payload).create({ collection, data })).id)
  }

  const changes: Record<string, unknown> = {
    subjects: { title: 'x' },
    media: { alt: 'x' },
    users: { name: 'x' },
    redirects: { to: '/x' },
  }

  const calls: Record<
    keyof Row,
    (collection: string, id: string) => [path: string, method: string, body?: unknown]
  > = {
    find: (collection) => [collection, 'GET'],
    findByID: (collection, id) => [`${collection}/${id}`, 'GET'],
    create: (collection) => [collection, 'POST', bodies[collection]?.()],
    update: (collection, id) => [`${collection}/${id}`, 'PATCH', changes[collection] ?? {}],
    bulkUpdate: (collection, id) => [
      `${collection}?where[id][equals]=${id}`,
      'PATCH',
      changes[collection] ?? {},
    ],
    delete: (collection, id) => [`${collection}/${id}`, 'DELETE'],
    bulkDelete: (collection, id) => [`${collection}?where[id][equals]=${id}`, 'DELETE'],
  }

  const cases = Object.entries(expected).flatMap(([collection, row]) =>
    Object.entries(row).map(([operation, statuses]) => ({ collection, operation, statuses })),
  )

  it.each(cases)('$collection: $operation', async ({ collection, operation, statuses }) => {
    const call = Object.entries(calls).find(([name]) => name === operation)?.[1]
    let id = await make(collection)
    const got: number[] = []
    for (const as of people) {
      const [path, method, body] = call?.(collection, id) ?? ['', 'GET']
      const { status } = await rest(booted.config, path, { as, method, body })
      got.push(status)
      if (method === 'DELETE' && status === 200) id = await make(collection)
    }
    expect(got).toEqual(statuses)
  })

  it('jobs and migrations are unreachable over HTTP, and only editors can run jobs', async () => {
    for (const as of people) {
      for (const collection of ['payload-jobs', 'payload-migrations']) {
        const asked = [
          await rest(booted.config, collection, { as }),
          await rest(booted.config, collection, {
            as,
            method: 'POST',
            body: bodies[collection]?.() ?? { name: 'x' },
          }),
          await rest(booted.config, `${collection}?where[id][exists]=true`, {
            as,
            method: 'PATCH',
            body: { batch: 1 },
          }),
          await rest(booted.config, `${collection}?where[id][exists]=true`, { as, method: 'DELETE' }),
        ]
        for (const { status } of asked)
          expect([403, 501], `${collection} as ${as}: ${status}`).toContain(status)
      }
    }
    for (const as of ['visitor', 'reader', 'writer'] as const) {
      const { status } = await rest(booted.config, 'payload-jobs/run', { as })
      expect([401, 403], `run as ${as}`).toContain(status)
    }
  })

  it('users only see their own preferences', async () => {
    const key = 'list-of-articles'
    const save = { method: 'POST', body: { value: { secret: 'of the writer' } } }
    expect(await rest(booted.config, `payload-preferences/${key}`, { as: 'writer', ...save })).toMatchObject({
      status: 200,
    })
    expect(await rest(booted.config, `payload-preferences/${key}`, { ...save })).toMatchObject({
      status: 401,
    })
    for (const as of people) {
      const { body, status } = await rest(booted.config, `payload-preferences/${key}`, { as })
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body).includes('of the writer')).toBe(as === 'writer')
    }
  })

  it('only admins assign roles, and API keys and passwords are never shown', async () => {
    const { docs } = await booted.payload.find({ collection: 'users', where: { role: { equals: 'writer' } } })
    const id = docs[0]?.id
    await rest(booted.config, `users/${id}`, {
      as: 'writer',
      method: 'PATCH',
      body: { role: 'admin', name: 'Wanda' },
    })
    const after = await booted.payload.find({ collection: 'users', where: { name: { equals: 'Wanda' } } })
    expect(after.docs).toMatchObject([{ role: 'writer' }])
    const seen = await rest(booted.config, 'users?limit=0', { as: 'writer' })
    expect(JSON.stringify(seen.body)).not.toMatch(/hash|salt|apiKeyIndex|key-of-the-(admin|editor)/)
  })

  it('visitors do not see the aliases of subjects', async () => {
    await documentsOf(booted.payload).create({
      collection: 'subjects',
      data: { title: 'A', slug: unique(), aliases: ['Spelled'] },
    })
    for (const as of ['visitor', 'reader'] as const) {
      const { body } = await rest(booted.config, 'subjects?limit=0', { as })
      expect(JSON.stringify(body)).not.toMatch(/aliases|Spelled/)
      expect((await rest(booted.config, 'subjects?where[aliases][in]=Spelled', { as })).status).toBe(400)
    }
    expect(JSON.stringify((await rest(booted.config, 'subjects?limit=0', { as: 'writer' })).body)).toContain(
      'Spelled',
    )
  })
})
