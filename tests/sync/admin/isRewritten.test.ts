import { expect, it } from 'vitest'

import { isRewritten } from '../../../src/sync/admin/runConflicts/isRewritten.ts'

const answer =
  'A square has four sides of equal length.\n\nIts area is the square of one of them: $a^2$. A rectangle has equal angles.'

it.each([
  ['the same text', answer, answer, false],
  ['a changed word', answer, answer.replace('equal', 'the same'), false],
  ['an added paragraph', answer, `${answer}\n\nThat is all.`, false],
  ['a removed paragraph', answer, answer.slice(0, answer.indexOf('\n')), false],
  [
    'another text',
    answer,
    'Photosynthesis turns light into sugar; plants and some bacteria live by it.',
    true,
  ],
  ['another number', '1', '2', true],
  ['no text before', '', answer, true],
  ['no text at all', '', '', false],
])('whether %s is a rewritten one', (_, one, other, expected) => {
  expect(isRewritten(one, other)).toBe(expected)
})
