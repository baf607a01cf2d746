import { expect, it } from 'vitest'

import { mismatch } from './mismatch.ts'

it.each([
  [1, 1],
  ['…', 1],
  ['…', null],
  ['ab…', 'abc'],
  [['…'], [1]],
  [
    [1, '…'],
    [1, 2, 3],
  ],
  [{ a: 1 }, { a: 1 }],
  [
    { a: 1, '…': '…' },
    { a: 1, b: 2 },
  ],
  [{ a: 1, '…': '…' }, { a: 1 }],
])('the shown value %j matches %j', (shown, actual) => {
  expect(mismatch(shown, actual)).toBeUndefined()
})

it.each([
  [1, '1', 'answer is "1"'],
  ['…', undefined, 'answer is missing'],
  ['ab…', 'ab', 'does not go on'],
  ['ab…', 'ac', 'does not go on'],
  [['…'], [1, 2], 'has 2 items'],
  [['…'], [], 'has 0 items'],
  [[1, '…'], [1], 'has 1 items'],
  [[1, '…'], [2, 3], 'answer[0] is 2'],
  [{ a: 1 }, { a: 1, b: 2 }, 'also has b'],
  [{ a: 1, '…': '…' }, { b: 2 }, 'answer.a is nothing'],
  [{ a: { b: 1 } }, { a: {} }, 'answer.a.b is nothing'],
])('the shown value %j does not match %j', (shown, actual, reason) => {
  expect(mismatch(shown, actual)).toContain(reason)
})
