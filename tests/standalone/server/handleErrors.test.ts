import { expect, it } from 'vitest'
import { stubApp } from './stubApp.ts'

const failing = (status?: number) => () => {
  throw Object.assign(new Error('password hunter2 at /srv/secret.ts'), status === undefined ? {} : { status })
}

it.each([
  ['/api/articles', undefined, 500, '{"errors":[{"message":"Something went wrong on the server."}]}'],
  ['/admin', undefined, 500, 'Something went wrong on the server.\n'],
  ['/api/articles', 400, 400, '{"errors":[{"message":"Bad request."}]}'],
  ['/admin', 200, 500, 'Something went wrong on the server.\n'],
])('a request of %s failing with %s gets %i', async (path, thrown, status, text) => {
  const { address, logged } = await stubApp(failing(thrown))
  const response = await fetch(`${address}${path}`)
  expect([response.status, await response.text()]).toEqual([status, text])
  expect(logged().some(({ msg }) => msg === 'The request failed.')).toBe(true)
})

it('a response that has begun is aborted', async () => {
  const { address } = await stubApp((_request, response) => {
    response.write('begun')
    throw new Error('too late')
  })
  await expect(fetch(address).then((response) => response.text())).rejects.toThrow()
})
