import { GFM, parser } from '@lezer/markdown'
import { expect, it } from 'vitest'

import { mathSyntax } from '../../../../src/markdownField/admin/field/mathSyntax.ts'

const configured = parser.configure([GFM, mathSyntax])

const nodesOf = (text: string, name: string): string[] => {
  const found: string[] = []
  configured.parse(text).iterate({
    enter: (node) => {
      if (node.name === name) found.push(text.slice(node.from, node.to))
    },
  })
  return found
}

it.each([
  ['The $a_1$ and $b_1$.', ['$a_1$', '$b_1$']],
  ['$$\nx^2\n$$', ['$$\nx^2\n$$']],
  ['Costs $5 and $6.', []],
  ['Costs $5 or $ 6$.', []],
  ['No math: \\$a$ b', []],
  ['An escaped dollar $a\\$b$', ['$a\\$b$']],
  ['Code `$a$` stays code', []],
  ['Never closed $a', []],
])('mathSyntax finds the math of %j', (text, math) => {
  expect(nodesOf(text, 'Math')).toEqual(math)
})

it('mathSyntax finds no emphasis in the stars and underscores of math', () => {
  expect(nodesOf('$a_*b_* c$ and *stressed*', 'Emphasis')).toEqual(['*stressed*'])
})
