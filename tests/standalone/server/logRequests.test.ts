import { expect, it } from 'vitest'
import { shownPath } from '../../../src/standalone/server/logRequests.ts'
import { stubApp } from './stubApp.ts'

it('logRequests logs method, path, status and time, and no secrets', async () => {
  const { address, logged } = await stubApp((request, response) => {
    request.resume()
    response.setHeader('set-cookie', 'payload-token=hunter2').end('hunter2')
  })
  await fetch(`${address}/api/users/login?token=hunter2`, {
    method: 'POST',
    headers: { authorization: 'JWT hunter2', cookie: 'payload-token=hunter2', 'x-request-id': 'given-1' },
    body: JSON.stringify({ password: 'hunter2' }),
  })
  expect(logged()).toMatchObject([
    {
      level: 30,
      req: { id: 'given-1', method: 'POST', path: '/api/users/login' },
      res: { statusCode: 200 },
    },
  ])
  expect(typeof logged()[0]?.responseTime).toBe('number')
  expect(JSON.stringify(logged())).not.toContain('hunter2')
})

it.each([
  ['abc.DEF-1_2', true],
  ['a b', false],
  ['x'.repeat(65), false],
])('logRequests handles the request id %j: %s', async (given, isTaken) => {
  const { address } = await stubApp((_request, response) => void response.end())
  const response = await fetch(address, { headers: { 'x-request-id': given } })
  expect(response.headers.get('x-request-id') === given).toBe(isTaken)
  expect(response.headers.get('x-request-id')).toMatch(/^[\w.-]{10,64}$/)
})

it.each([
  ['/api/articles?where=secret', '/api/articles'],
  ['/admin/reset/0a1b2c', '/admin/reset/…'],
  ['/api/users/verify/0a1b2c?x', '/api/users/verify/…'],
  ['/learn/reset-your-sleep', '/learn/reset-your-sleep'],
])('the path %s is logged as %s', (url, shown) => {
  expect(shownPath(url)).toBe(shown)
})
