import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { whileOnlyMigrating } from '../../src/database/migrationLock.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`the lock for migrating on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  it('the lock admits one process at a time, notifies the others once, and is released after an error', async () => {
    const order: string[] = []
    let finish: () => void = () => undefined
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let start: () => void = () => undefined
    const started = new Promise<void>((resolve) => {
      start = resolve
    })
    const first = whileOnlyMigrating(booted.payload, async () => {
      start()
      await finished
      order.push('first')
      throw new Error('Stop.')
    })
    await started
    let told = 0
    const second = whileOnlyMigrating(
      booted.payload,
      async () => {
        order.push('second')
      },
      () => {
        told += 1
        finish()
      },
    )
    await expect(first).rejects.toThrow('Stop.')
    await second
    expect(order).toEqual(['first', 'second'])
    expect(told).toBe(1)
  })
})
