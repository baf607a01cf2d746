import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { problemCodes } from '../../src/problems/problems.ts'

const rows = readFileSync('docs/problems.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code, severity, meaning, remedy] =
      /^\| `([\w-]+)` +\| (\S+) +\| (.+?) +\| (.+?) +\|$/.exec(line) ?? []
    return code === undefined ? [] : [{ code, severity, meaning, remedy }]
  })

describe('docs/problems.md', () => {
  it('docs/problems.md has one row for each code, in order', () => {
    expect(rows.map(({ code }) => code)).toEqual([...problemCodes])
  })

  it.each(rows)(
    'docs/problems.md gives the severity, meaning and remedy of $code',
    ({ severity, meaning, remedy }) => {
      expect(['error', 'warning']).toContain(severity)
      expect(meaning).toMatch(/\.$/)
      expect(remedy).toMatch(/\.$/)
    },
  )
})
