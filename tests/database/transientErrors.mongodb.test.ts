import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { rowsOf } from '../../src/documents/rows.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type Booted, bootPayload, skipped } from '../helpers/bootPayload.ts'

// https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
const notWritablePrimary = 10_107
const interruptedDueToReplicaSetStateChange = 11_602
const writeConflict = 112

describe.skipIf(skipped())('transient errors of MongoDB', () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  const client = () => booted.payload.db.connection.getClient()
  /** Lets commands of this test fail, and no others of the server. */
  const failNext = (times: number, data: Record<string, unknown>) =>
    client()
      .db('admin')
      .command({
        configureFailPoint: 'failCommand',
        mode: { times },
        data: { appName: client().options.appName, ...data },
      })
  afterEach(() => client().db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' }))

  let at = 0
  /** Adds a row in a transaction; returns how often the work was done, and the number of rows at the end. */
  const add = async (): Promise<{ tries: number; rows: number }> => {
    const from = `/transient-${(at += 1)}`
    let tries = 0
    await inTransaction(booted.payload, {}, async (req) => {
      tries += 1
      await rowsOf(booted.payload).create({ collection: 'redirects', data: { from, to: '/' }, req })
    })
    const rows = await rowsOf(booted.payload).find({
      collection: 'redirects',
      where: { from: { equals: from } },
    })
    return { tries, rows: rows.length }
  }

  it.each<[string, number, Record<string, unknown>]>([
    ['a write conflict', 2, { failCommands: ['insert'], errorCode: writeConflict }],
    ['a primary that steps down', 1, { failCommands: ['insert'], errorCode: notWritablePrimary }],
    ['a lost connection', 1, { failCommands: ['insert'], closeConnection: true }],
  ])('work is repeated after %s', async (_, times, data) => {
    await failNext(times, data)
    expect(await add()).toEqual({ tries: times + 1, rows: 1 })
  })

  // The driver repeats a commit once.
  it.each<[string, Record<string, unknown>]>([
    ['a primary steps down', { errorCode: interruptedDueToReplicaSetStateChange }],
    ['a connection is lost', { closeConnection: true }],
  ])('only the commit is repeated if %s during it', async (_, data) => {
    await failNext(5, { failCommands: ['commitTransaction'], ...data })
    expect(await add()).toEqual({ tries: 1, rows: 1 })
  })

  it('a save by Payload survives a primary that steps down during its commit', async () => {
    await failNext(3, {
      failCommands: ['commitTransaction'],
      errorCode: interruptedDueToReplicaSetStateChange,
    })
    const data = { title: 'Saved', slug: 'saved' }
    await booted.payload.create({ collection: 'subjects', data })
    expect((await booted.payload.count({ collection: 'subjects' })).totalDocs).toBe(1)
  })

  it('a commit that fails for another reason is not repeated', async () => {
    await failNext(1, { failCommands: ['commitTransaction'], errorCode: 8, errorLabels: [] })
    await expect(add()).rejects.toThrow()
  })

  it('a transaction whose commit fails leaves the documents to others', async () => {
    const { payload } = booted
    const change = (to: string): Promise<void> =>
      inTransaction(payload, {}, (req) =>
        rowsOf(payload).update({ collection: 'redirects', id, data: { to }, req }),
      )
    const { id } = await payload.create({ collection: 'redirects', data: { from: '/shared', to: '/' } })
    await failNext(1, { failCommands: ['commitTransaction'], errorCode: 8, errorLabels: [] })
    await expect(change('/first')).rejects.toThrow()
    await change('/second')
    expect(await payload.findByID({ collection: 'redirects', id })).toMatchObject({ to: '/second' })
  })
})
