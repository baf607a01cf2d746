import { expect, it } from 'vitest'

import { brokenFormulas } from '../../src/markdown/brokenFormulas.ts'

it.each([
  ['$\\frac{1}{2}$ and $$\n\\sqrt{x}\n$$', []],
  ['It costs $5 or $6.', []],
  ['`$\\frac{1}$`', []],
  ['$\\frac{1}{2$ is broken', ['\\frac{1}{2']],
  ['\\(\\unknown x\\), then \\[a & b\\]', ['\\unknown x', 'a & b']],
  ['$\\ce{H2O}$, not $\\ce{H_{2O}$', ['\\ce{H_{2O}']],
  [`$${'x'.repeat(20_000)}}$`, []],
])('the formulas of %s that cannot be rendered: %j', (markdown, expected) => {
  expect(brokenFormulas(markdown).map(({ latex }) => latex)).toEqual(expected)
})

it('says why', () => {
  expect(brokenFormulas('$\\unknown x$')).toEqual([
    { latex: '\\unknown x', reason: expect.stringMatching(/^Undefined control sequence: \\unknown/) },
  ])
})
