import { expect, it } from 'vitest'
import { oneTimePassword } from '../../src/setup/createUser.ts'

it('oneTimePassword returns 24 letters and digits that are hard to misread, and never the same', () => {
  const passwords = Array.from({ length: 500 }, oneTimePassword)
  for (const password of passwords) expect(password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{24}$/)
  expect(new Set(passwords).size).toBe(500)
})
