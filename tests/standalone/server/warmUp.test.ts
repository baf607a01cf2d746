import { describe, expect, it } from 'vitest'

import { warmUp } from '../../../src/standalone/server/warmUp.ts'

describe('warmUp', () => {
  it('warmUp requests a page of the admin and an endpoint, and waits for the complete responses', async () => {
    const answered: string[] = []
    await warmUp((request, response) => {
      response.write('a part')
      setImmediate(() => response.end(() => answered.push(request.url ?? '')))
      return Promise.resolve()
    })
    expect(answered).toEqual(['/admin/login', '/api/users/me'])
  })

  it('warmUp accepts an error page, and throws if there is no response', async () => {
    await warmUp((_request, response) => {
      response.writeHead(500).end()
      return Promise.resolve()
    })
    await expect(warmUp(() => Promise.reject(new Error('broken')))).rejects.toThrow('fetch failed')
  })
})
