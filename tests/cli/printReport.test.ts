import { expect, it } from 'vitest'

import { printReport } from '../../src/cli/printReport.ts'
import type { Problem } from '../../src/problems/problems.ts'

const problem = (code: Problem['code'], at: number, severity: Problem['severity'] = 'warning'): Problem => ({
  severity,
  path: `learn/tea/${at}.md`,
  line: 1,
  column: 2,
  code,
  message: 'It is wrong.',
  remedy: 'Correct it.',
})

const line = (code: string, at: number, severity = 'warning'): string =>
  `learn/tea/${at}.md:1:2 ${severity} ${code}: It is wrong. Correct it.`

it('lists so many problems of each code, and says how many more there are', () => {
  const problems = [
    problem('invalid-yaml', 0, 'error'),
    ...[1, 2, 3, 4].map((at) => problem('refusal', at)),
    problem('cut-off', 1),
    problem('cut-off', 2),
  ]
  const report = { audited: 9, problems, seconds: 1.23 }
  expect(printReport(report, 'Audited', 2).split('\n')).toEqual([
    line('refusal', 1),
    line('refusal', 2),
    '2 more refusal: --only refusal lists them.',
    line('cut-off', 1),
    line('cut-off', 2),
    line('invalid-yaml', 0, 'error'),
    'Audited in 1.2 s: 9 audited.',
    '1 error, 6 warnings.',
  ])
})

it('lists all problems by default, and no control characters', () => {
  const problems = [1, 2, 3].map((at) => ({ ...problem('refusal', at), message: 'It is\u001b[31m wrong.' }))
  const report = { audited: 3, problems, seconds: 0 }
  const printed = printReport(report, 'Audited')
  expect(printed.split('\n')).toHaveLength(5)
  expect(printed).not.toContain('\u001b')
})
