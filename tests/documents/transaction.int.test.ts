import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConflictError } from '../../src/database/refusals.ts'
import type { DocumentId } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`work in a transaction on ${database}`, () => {
  let booted: Booted
  let id: DocumentId
  beforeAll(async () => {
    booted = await bootPayload()
    const data = { title: '0', slug: 'counted' }
    ;({ id } = await booted.payload.create({ collection: 'subjects', data }))
  })
  afterAll(() => booted.close())

  const countUp = (): Promise<void> =>
    inTransaction(booted.payload, {}, async (req) => {
      const rows = rowsOf(booted.payload)
      const row = await rows.findById('subjects', id, req)
      const data = { title: String(Number(row?.title) + 1), updatedAt: new Date().toISOString() }
      await rows.update({ collection: 'subjects', data, id, req })
    })

  it('work is repeated if somebody else writes the same row at the same time', async () => {
    await Promise.all([countUp(), countUp(), countUp()])
    expect((await rowsOf(booted.payload).findById('subjects', id))?.title).toBe('3')
  })

  // Payload's own adapters throw the error of the driver.
  const reported = (code: number | string): Error =>
    new Error('Failed query', { cause: Object.assign(new Error('Of the database.'), { code }) })

  it.each<[string, Error, number]>([
    ['a conflict', new ConflictError({ cause: undefined }), 5],
    ['a serialization failure of Postgres', reported('40001'), 5],
    ['a deadlock of Postgres', reported('40P01'), 5],
    ['a write conflict of MongoDB', reported(112), 5],
    ['a duplicate value', reported('23505'), 1],
  ])(
    'work that fails with %s is tried up to five times, if repeating can help, and the error is rethrown',
    async (_, error, attempts) => {
      let tries = 0
      const work = () => {
        tries += 1
        return Promise.reject(error)
      }
      await expect(inTransaction(booted.payload, {}, work)).rejects.toBe(error)
      expect(tries).toBe(attempts)
    },
  )

  it('work that fails for another reason is tried once and rolled back', async () => {
    let tries = 0
    const work = inTransaction(booted.payload, {}, async (req) => {
      tries += 1
      await rowsOf(booted.payload).createMany('redirects', [{ from: '/rolled-back', to: '/' }], req)
      throw new Error('Stop.')
    })
    await expect(work).rejects.toThrow('Stop.')
    expect(tries).toBe(1)
    const where = { from: { equals: '/rolled-back' } }
    expect(await rowsOf(booted.payload).find({ collection: 'redirects', where })).toEqual([])
  })
})
