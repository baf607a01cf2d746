import { expect, it } from 'vitest'
import { stubApp } from './stubApp.ts'

it.each([
  ['/healthz', true, 200],
  ['/healthz', false, 200],
  ['/readyz', true, 200],
  ['/readyz', false, 503],
])('%s, ready %s: %i', async (path, isReady, status) => {
  const { address, logged } = await stubApp((_request, response) => void response.end('next'), {
    isReady: () => Promise.resolve(isReady),
  })
  const response = await fetch(`${address}${path}`)
  expect(response.status).toBe(status)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ status: status === 200 ? 'ok' : 'not ready' })
  expect(logged().filter(({ level }) => level === 30)).toEqual([])
})
