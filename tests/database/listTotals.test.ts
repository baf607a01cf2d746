import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { listTotals, maxCounted, maxFresh } from '../../src/database/listTotals.ts'

describe('the total of a list', () => {
  let now = 0
  let documents = 0
  let commits = 0
  const totals = () => listTotals(() => commits)
  const asked = { now: 0, some: 0, all: 0 }
  const counting = {
    now: (most: number) => {
      asked.now += 1
      return Promise.resolve(Math.min(documents, most))
    },
    later: (most?: number) => {
      if (most === undefined) asked.all += 1
      else asked.some += 1
      return Promise.resolve(Math.min(documents, most ?? documents))
    },
  }

  beforeEach(() => {
    Object.assign(asked, { now: 0, some: 0, all: 0 })
    vi.spyOn(performance, 'now').mockImplementation(() => now)
  })
  afterEach(() => vi.restoreAllMocks())

  it('a short list is counted each time', async () => {
    const total = totals()
    for (documents of [0, 25, maxCounted]) expect(await total('list', counting)).toBe(documents)
    expect(asked).toEqual({ now: 3, some: 0, all: 0 })
  })

  it('a long list is counted completely once a minute', async () => {
    const total = totals()
    documents = 36_000
    expect(await total('list', counting)).toBe(36_000)
    documents = 36_001
    now += 59_000
    expect(await total('list', counting)).toBe(36_000)
    expect(asked).toEqual({ now: 1, some: 1, all: 1 })
  })

  it('a list of medium length is recounted after a save', async () => {
    const total = totals()
    documents = maxFresh
    expect(await total('list', counting)).toBe(maxFresh)
    expect(await total('list', counting)).toBe(maxFresh)
    expect(asked).toEqual({ now: 1, some: 1, all: 0 })
    documents = maxFresh - 1
    commits += 1
    expect(await total('list', counting)).toBe(maxFresh - 1)
    // Saves of another process are not noticed.
    documents = maxFresh - 2
    expect(await total('list', counting)).toBe(maxFresh - 1)
    now += 61_000
    await vi.waitFor(async () => expect(await total('list', counting)).toBe(maxFresh - 2))
  })

  it('a list is recounted if the first count may have missed a save', async () => {
    const total = totals()
    documents = 5_000
    const slow = {
      ...counting,
      later: async (most?: number) => {
        const found = await counting.later(most)
        commits += 1
        documents += 1
        return found
      },
    }
    expect(await total('list', slow)).toBe(5_000)
    expect(await total('list', counting)).toBe(5_001)
  })

  it('an old total is shown once more, and then the new one', async () => {
    const total = totals()
    documents = 36_000
    await total('list', counting)
    documents = 36_001
    now += 61_000
    expect(await total('list', counting)).toBe(36_000)
    await vi.waitFor(async () => expect(await total('list', counting)).toBe(36_001))
  })

  it('a list that has become short is counted each time again', async () => {
    const total = totals()
    documents = 36_000
    await total('list', counting)
    documents = 12
    now += 61_000
    await vi.waitFor(async () => expect(await total('list', counting)).toBe(12))
    documents = 13
    expect(await total('list', counting)).toBe(13)
  })

  it('each list has its own total', async () => {
    const total = totals()
    documents = 36_000
    await total('one', counting)
    documents = 40_000
    expect(await total('other', counting)).toBe(40_000)
  })
})
