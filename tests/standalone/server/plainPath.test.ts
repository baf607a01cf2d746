import { expect, it } from 'vitest'
import { plainPath } from '../../../src/standalone/server/limitSignIns.ts'

it.each([
  ['/api/users/login', '/api/users/login'],
  ['//API//Users/login/', '/api/users/login'],
  ['/api/users/%6Cogin', '/api/users/login'],
  ['/api/users/%256Cogin', '/api/users/login'],
  ['/api/./users%2flogin', '/api/users/login'],
  ['/api/%zz', '/api/%zz'],
  ['/', '/'],
])('%s → %s', (path, plain) => {
  expect(plainPath(path)).toBe(plain)
})
