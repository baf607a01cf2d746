import { expect, it } from 'vitest'
import { printFrontMatter } from '../../src/frontMatter/print.ts'
import { format } from './files.ts'

it('printFrontMatter prints a new file in the given format', () => {
  const text = printFrontMatter(
    [
      ['id', { typed: '017' }],
      ['code', '017'],
      ['title', 'What: this?'],
      [
        'seo',
        [
          ['title', 'QuickTakes | X'],
          ['description', 'It says: "hi" #1'],
        ],
      ],
      ['question', 'Why?'],
      ['answer', 'One\\n\\n- \\frac{1}{2}'],
      ['tags', ['a', '- b']],
      ['none', []],
      [
        'link1',
        [
          ['id', { typed: '2' }],
          ['title', 'What is it?'],
          ['url', '/x'],
        ],
      ],
    ],
    format,
  )
  expect(text).toBe(`---
id: 017
code: '017'
title: 'What: this?'
seo:
  title: QuickTakes | X
  description: >-
    It says: "hi" #1
question: >-
    Why?
answer: >-
    One\\n\\n- \\frac{1}{2}
tags:
    - a
    - '- b'
none: []
link1:
    id: 2
    title: >-
        What is it?
    url: /x
---

&nbsp;`)
})

it('printFrontMatter prints a parsable file without keys', () => {
  expect(printFrontMatter([], { ...format, body: '' })).toBe('---\n{}\n---\n')
})

it('printFrontMatter refuses a text that no file can contain', () => {
  expect(() => printFrontMatter([['a', [['b', '\u0001']]]], format)).toThrow('control character')
  expect(() => printFrontMatter([['a', [['constructor', 'x']]]], format)).toThrow('not allowed')
})
