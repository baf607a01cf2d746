import { expect, it } from 'vitest'
import { stubApp } from './stubApp.ts'

const policyOf = ({ headers }: Response): string => headers.get('content-security-policy') ?? ''

const nonceIn = (policy: string): string | undefined => /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1]

it('each request gets a nonce, in the response and for Next, whatever the client sent', async () => {
  const { address } = await stubApp((request, response) => {
    response.end(String(request.headers['content-security-policy']))
  })
  const sent = { headers: { 'content-security-policy': "script-src 'nonce-mine'" } }
  const [one, two] = [await fetch(address, sent), await fetch(address, sent)]
  expect(nonceIn(policyOf(one))).toBeDefined()
  expect(nonceIn(policyOf(one))).not.toBe(nonceIn(policyOf(two)))
  expect(await one.text()).toBe(policyOf(one))
})

it.each([
  [false, null, false],
  [true, 'max-age=31536000; includeSubDomains', true],
])('https %s: strict transport %s, upgrade %s', async (isSecure, transport, upgrades) => {
  const { address } = await stubApp((_request, response) => void response.end(), {
    environment: { imageHosts: [], isSecure, trustedProxies: 0 },
  })
  const response = await fetch(address)
  expect(response.headers.get('strict-transport-security')).toBe(transport)
  expect(policyOf(response).includes('upgrade-insecure-requests')).toBe(upgrades)
})

it('scripts of this site and with the nonce may run, and nothing else', async () => {
  const { address } = await stubApp((_request, response) => void response.end())
  const response = await fetch(address)
  expect(policyOf(response)).toMatch(/(^|;)script-src 'self' 'nonce-[^']+'(;|$)/)
  expect(policyOf(response)).not.toMatch(/unsafe-eval|https:|\*/)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  })
  expect(response.headers.has('x-powered-by')).toBe(false)
})

it('images of this site are shown, and those of other hosts if they are listed', async () => {
  const own = await stubApp((_request, response) => void response.end())
  expect(policyOf(await fetch(own.address))).toMatch(/(^|;)img-src 'self' data: blob:(;|$)/)
  const { address } = await stubApp((_request, response) => void response.end(), {
    environment: { imageHosts: ['https://images.example.com'], isSecure: false, trustedProxies: 0 },
  })
  expect(policyOf(await fetch(address))).toMatch(
    /(^|;)img-src 'self' data: blob: https:\/\/images\.example\.com(;|$)/,
  )
})
