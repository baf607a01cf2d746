import { expect, it } from 'vitest'

import { examplesOf } from './examples.ts'

const ask = '```http\nGET /api/a\n  ?b=1\n```\n'
const answer = '```json\n{ "c": 1 }\n```\n'

it('examplesOf returns the tag, the request, and the response', () => {
  expect(
    examplesOf(`Text\n\n<!-- test: one status 404 print f("x") -->\n\n${ask}\nBetween\n\n${answer}`),
  ).toEqual([
    {
      name: 'one',
      status: 404,
      print: 'f("x")',
      language: 'http',
      request: 'GET /api/a\n  ?b=1',
      answer: { c: 1 },
    },
  ])
})

it.each([
  ['no tag', ask + answer],
  ['the tag of another block', `<!-- test: one -->\n${ask}${answer}${ask}${answer}`],
  ['no answer', `<!-- test: one -->\n${ask}`],
])('examplesOf refuses a block with %s', (_, page) => {
  expect(() => examplesOf(page)).toThrow(/has no tag|has no answer/)
})
