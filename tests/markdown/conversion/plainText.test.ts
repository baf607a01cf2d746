import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lexicalToMarkdown, markdownToLexical } from '../../../src/markdown/conversion.ts'
import { answerForm } from './answerForm.ts'

const text = (value: string) => ({ type: 'text', text: value, format: 0 })
const link = (value: string) => ({ type: 'link', fields: { url: '/u' }, children: [text(value)] })
const image = (alt: string) => ({ type: 'image', url: '/a.png', alt })
const state = (...children: unknown[]) => ({ root: { children: [{ type: 'paragraph', children }] } })

describe('text, link texts and descriptions of images', () => {
  it.each([
    ['One [pixel]', image, '![One [pixel]](/a.png)'],
    ['a [b] c', text, 'a [b] c'],
    ['a [b] c', link, '[a [b] c](/u)'],
    ['http://x.com/a_b_', text, 'http://x.com/a_b_'],
    ['see www.x.com/a_b_, or', text, 'see www.x.com/a_b_, or'],
  ])('the text %j is printed unchanged', (value, node, expected) => {
    expect(lexicalToMarkdown(state(node(value)))).toBe(expected)
  })

  const value = fc
    .string({ unit: fc.constantFrom(...'\\\\[[]](())*_`$!<>&#|~:ab1 '), minLength: 1, maxLength: 14 })
    .map((each) => `x${each.replaceAll(/ +/g, ' ')}x`)
  it.each([
    ['text', text],
    ['link texts', link],
    ['descriptions', image],
  ])('typed text is parsed as typed: %s', (_, node) => {
    fc.assert(
      fc.property(value, (each) => {
        const typed = state(node(each))
        expect(answerForm(markdownToLexical(lexicalToMarkdown(typed)))).toEqual(answerForm(typed))
      }),
      { examples: [['\\[1, 2\\]'], ['\\(a\\)'], ['a ] b [ c'], ['[x]('], ['\\[']] },
    )
  })
})
