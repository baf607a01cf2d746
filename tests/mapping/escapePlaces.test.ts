import { expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import { articleText } from '../fixtures/articleText.ts'

const placesOf = (answer: string): string[] => {
  const text = articleText('test', 'one', { answer })
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
  const lines = text.split('\n')
  return readFile(articleMapping, 'learn/test/one.md', parsed.frontMatter)
    .findings.filter(({ code }) => code === 'ambiguous-escape')
    .map(({ column, line }) => lines[line - 1]?.slice(column - 1, column + 9) ?? '')
}

it.each([
  ['folded', String.raw`answer: >-` + '\n' + String.raw`    where x \neq 0\n\n$$\nu(t) = 1$$`],
  ['plain', String.raw`answer: where x \neq 0\n\n$$\nu(t) = 1$$`],
  ['single', String.raw`answer: 'where x \neq 0\n\n$$\nu(t) = 1$$'`],
])('an ambiguous escape is reported at its position: %s', (_, answer) => {
  expect(placesOf(answer)).toEqual([String.raw`\neq 0\n\n`, String.raw`\nu(t) = 1`])
})

it('in double quotes, its position is that of the first backslash', () => {
  expect(placesOf(String.raw`answer: "where x \\neq 0\\n\\n$$\\nu(t) = 1$$"`)).toEqual([
    String.raw`\\neq 0\\n`,
    String.raw`\\nu(t) = `,
  ])
})
