import { expect, it } from 'vitest'

import { asReason } from '../../src/problems/asReason.ts'

it.each([
  ['not a git repository', 'not a git repository'],
  ['Unexpected end of input.\n', 'Unexpected end of input'],
  ['Unterminated string…', 'Unterminated string…'],
  ['See .gitignore', 'See .gitignore'],
])('the message "%s" ends a sentence as "%s"', (message, reason) => {
  expect(asReason(message)).toBe(reason)
})
