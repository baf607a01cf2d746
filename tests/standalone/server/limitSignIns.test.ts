import { expect, it } from 'vitest'
import { stubApp } from './stubApp.ts'

const ok = (_request: unknown, response: { end: (text: string) => unknown }) => void response.end('ok')

const tries = async (urls: string[], init: RequestInit = { method: 'POST' }): Promise<Response[]> => {
  const responses: Response[] = []
  for (const url of urls) responses.push(await fetch(url, init))
  return responses
}

const times = (count: number, url: string): string[] => Array.from({ length: count }, () => url)

it.each(['login', 'forgot-password', 'reset-password', 'unlock'])(
  'limitSignIns refuses the eleventh attempt to %s',
  async (name) => {
    const { address } = await stubApp(ok)
    const responses = await tries(times(11, `${address}/api/users/${name}`))
    expect(responses.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    const last = responses.at(-1)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last?.headers.get('ratelimit')).toMatch(/r=0/)
    expect(await last?.json()).toEqual({
      errors: [{ message: 'Too many attempts. Wait a minute, then try again.' }],
    })
  },
)

it('limitSignIns counts all spellings of a path together', async () => {
  const { address } = await stubApp(ok)
  const spellings = [
    'users/login',
    'users/login/',
    'USERS/Login',
    'users//login',
    'users/%6Cogin',
    'users%2Flogin',
  ]
  const statuses = await tries([...spellings, ...spellings].map((path) => `${address}/api/${path}`))
  expect(statuses.filter(({ status }) => status === 429)).toHaveLength(2)
})

it('limitSignIns ignores other requests', async () => {
  const { address } = await stubApp(ok)
  const reads = await tries(times(12, `${address}/api/users/login`), { method: 'GET' })
  const writes = await tries(times(12, `${address}/api/articles`))
  expect([...reads, ...writes].every(({ status }) => status === 200)).toBe(true)
})

it.each([
  [0, 429],
  [1, 200],
])(
  'with %i trusted proxies, a twelfth address that is only forwarded gets %i',
  async (trustedProxies, status) => {
    const { address } = await stubApp(ok, {
      environment: { imageHosts: [], isSecure: false, trustedProxies },
    })
    const url = `${address}/api/users/login`
    for (let at = 0; at < 11; at += 1)
      await fetch(url, { method: 'POST', headers: { 'x-forwarded-for': `10.0.0.${at}` } })
    const last = await fetch(url, { method: 'POST', headers: { 'x-forwarded-for': '10.0.0.99' } })
    expect(last.status).toBe(status)
  },
)
