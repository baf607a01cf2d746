import { expect, it, vi } from 'vitest'
import { stubApp } from './stubApp.ts'

const targets: Record<string, string> = {
  '/old': '/new',
  '/old page': '/new page?from=old',
  '/être': '/devenir',
  '/away': 'https://example.org/page',
  '/loop': '/loop',
  '/evil': '//evil.example',
  '/worse': '/\\evil.example',
  '/script': 'javascript:alert(1)',
  '/plain': 'http://example.org',
}

const start = async () => {
  const findRedirect = vi.fn((path: string) => Promise.resolve(targets[path]))
  const { address } = await stubApp((_request, response) => void response.end('next'), { findRedirect })
  return { address, findRedirect }
}

it.each([
  ['/old', '/new'],
  ['/old/', '/new'],
  ['/old?utm=a', '/new?utm=a'],
  ['/old%20page?utm=a', '/new%20page?from=old'],
  ['/%C3%AAtre', '/devenir'],
  ['/away', 'https://example.org/page'],
])('%s → %s', async (path, location) => {
  const { address } = await start()
  for (const method of ['GET', 'HEAD']) {
    const response = await fetch(`${address}${path}`, { method, redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([301, location])
  }
})

it.each(['/', '/none', '/loop', '/evil', '/worse', '/script', '/plain', '/%E0%A4%A'])(
  '%s goes on to Next',
  async (path) => {
    const { address } = await start()
    const response = await fetch(`${address}${path}`, { redirect: 'manual' })
    expect([response.status, await response.text()]).toEqual([200, 'next'])
  },
)

it.each([
  ['GET', '/admin/old'],
  ['GET', '/api/old'],
  ['GET', '/_next/old'],
  ['POST', '/old'],
])('%s %s is not looked up', async (method, path) => {
  const { address, findRedirect } = await start()
  expect((await fetch(`${address}${path}`, { method })).status).toBe(200)
  expect(findRedirect).not.toHaveBeenCalled()
})
