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

  it('is done again where somebody else has written the same at the same moment', async () => {
    await Promise.all([countUp(), countUp(), countUp()])
    expect((await rowsOf(booted.payload).findById('subjects', id))?.title).toBe('3')
  })

  it('is done again five times at most, and then the conflict is thrown on', async () => {
    let tries = 0
    const work = () => {
      tries += 1
      return Promise.reject(new ConflictError({ cause: undefined }))
    }
    await expect(inTransaction(booted.payload, {}, work)).rejects.toThrow(ConflictError)
    expect(tries).toBe(5)
  })

  it('is done once where it fails otherwise, and leaves nothing', async () => {
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
