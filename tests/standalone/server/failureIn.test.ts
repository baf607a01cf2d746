import { expect, it } from 'vitest'
import { failureIn } from '../../../src/standalone/server/failureIn.ts'

it.each([
  [
    '{"level":30,"msg":"fine"}\n{"level":50,"msg":"first"}\n{"level":60,"msg":"last"}\n{"level":30,"msg":"fine"}\n',
    'last',
  ],
  ['plain words\n  and more\n', '  and more'],
  ['{"level":30,"msg":"fine"}\nTypeError: x\n', 'TypeError: x'],
  ['', 'The process exited without output.'],
])('%j → %j', (log, failure) => {
  expect(failureIn(log)).toBe(failure)
})
