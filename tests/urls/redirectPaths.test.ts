import { expect, it } from 'vitest'

import { locationOf } from '../../src/urls/redirects/redirectPaths.ts'

it.each([
  ['/new', '/new'],
  ['/new page?from=old#part', '/new%20page?from=old#part'],
  ['/être', '/%C3%AAtre'],
  ['https://example.org/page', 'https://example.org/page'],
])('locationOf lets %s through', (target, location) => {
  expect(locationOf(target)).toBe(location)
})

it.each([
  '',
  'new',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'http://example.org',
  'https://',
])('locationOf refuses %j', (target) => {
  expect(locationOf(target)).toBeUndefined()
})
