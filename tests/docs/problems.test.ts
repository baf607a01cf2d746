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
  it('has one row for each code, in their order', () => {
    expect(rows.map(({ code }) => code)).toEqual([...problemCodes])
  })

  it.each(rows)(
    'says of $code how much it weighs, what it means and what to do',
    ({ severity, meaning, remedy }) => {
      expect(['error', 'warning']).toContain(severity)
      expect(meaning).toMatch(/\.$/)
      expect(remedy).toMatch(/\.$/)
    },
  )
})
