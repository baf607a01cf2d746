import { expect, it, vi } from 'vitest'
import { cachedCheck } from '../../../src/standalone/server/cachedCheck.ts'

it('cachedCheck runs once for all callers within the time, then again', async () => {
  let now = 0
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  const check = vi.fn(() => Promise.resolve(true))
  const ask = cachedCheck(check, { ttl: 1_000, timeout: 50 })
  await Promise.all([ask(), ask()])
  now = 999
  await ask()
  expect(check).toHaveBeenCalledTimes(1)
  now = 1_000
  await ask()
  expect(check).toHaveBeenCalledTimes(2)
})

it.each([
  ['fails', () => Promise.reject(new Error('no database'))],
  ['takes too long', () => new Promise<boolean>(() => undefined)],
  [
    'throws',
    () => {
      throw new Error('no database')
    },
  ],
])('cachedCheck is "no" if the check %s', async (_, check) => {
  expect(await cachedCheck(check, { ttl: 1_000, timeout: 20 })()).toBe(false)
})
