import { expect, it, vi } from 'vitest'

import type { FoundRedirect } from '../../../src/urls/redirects/findRedirect.ts'
import { stubApp } from './stubApp.ts'

const targets: Record<string, FoundRedirect> = {
  '/old': { location: '/new', status: 301 },
  '/old/': { location: '/new', status: 301 },
  '/old%20page': { location: '/new%20page?from=old', status: 301 },
  '/away': { location: 'https://example.org/page', status: 301 },
  '/meanwhile': { location: '/new', status: 307 },
}

const start = async () => {
  const findRedirect = vi.fn((path: string) => Promise.resolve(targets[path]))
  const { address } = await stubApp((_request, response) => void response.end('next'), { findRedirect })
  return { address, findRedirect }
}

it.each([
  ['/old', '/new', 301],
  ['/old/', '/new', 301],
  ['/old?utm=a', '/new?utm=a', 301],
  ['/old%20page?utm=a', '/new%20page?from=old', 301],
  ['/away', 'https://example.org/page', 301],
  ['/meanwhile', '/new', 307],
])('a visitor of %s is sent to %s with %d', async (path, location, status) => {
  const { address } = await start()
  for (const method of ['GET', 'HEAD']) {
    const response = await fetch(`${address}${path}`, { method, redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([status, location])
  }
})

it.each(['/', '/none', '/%E0%A4%A'])('the path %s is passed on to Next', async (path) => {
  const { address } = await start()
  const response = await fetch(`${address}${path}`, { redirect: 'manual' })
  expect([response.status, await response.text()]).toEqual([200, 'next'])
})

it.each([
  ['GET', '/admin/old'],
  ['GET', '/api/old'],
  ['GET', '/_next/old'],
  ['POST', '/old'],
])('a request of %s %s is not looked up', async (method, path) => {
  const { address, findRedirect } = await start()
  expect((await fetch(`${address}${path}`, { method })).status).toBe(200)
  expect(findRedirect).not.toHaveBeenCalled()
})
