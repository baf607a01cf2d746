import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { leafBlocks } from '../../../src/markdown/merge/leafBlocks.ts'
import { mergeMarkdown } from '../../../src/markdown/merge/mergeMarkdown.ts'

const base = `The sun is a star. It is hot. It shines.

- It has a core.
- It has a surface.

| Part | Heat |
| --- | --- |
| Core | high |
| Surface | low |

\`\`\`js
let sun = 1
let moon = 2
\`\`\`

1. First
2. Second
`

const without = (text: string, part: string): string => text.replace(part, '')

describe('mergeMarkdown', () => {
  it.each([
    ['two sentences of a paragraph', ['is hot', 'is very hot'], ['shines.', 'shines at day.']],
    ['two paragraphs', ['a star', 'our star'], ['a core', 'an inner core']],
    ['neighbouring list items', ['a core', 'an inner core'], ['a surface', 'an outer surface']],
    ['two rows of a table', ['| Core | high |', '| Core | very high |'], ['| low |', '| lower |']],
    ['two lines of code', ['sun = 1', 'sun = 3'], ['moon = 2', 'moon = 4']],
    [
      'a new item and a changed one',
      ['- It has a core.', '- It has light.\n- It has a core.'],
      ['a surface', 'spots'],
    ],
    ['numbers and texts of a list', ['1. First', '1. Zeroth\n2. First'], ['Second', 'The second']],
    [
      'a new paragraph and a changed list',
      ['\n\n- It has a core', '\n\nMore of it.\n\n- It has a core'],
      ['First', 'One'],
    ],
    ['a row of a table and a new paragraph', ['| Surface | low |\n', ''], ['1. First', 'So:\n\n1. First']],
  ])('merges %s', (_, [before = '', ours = ''], [from = '', theirs = '']) => {
    const [left, right] = [base.replace(before, ours), base.replace(from, theirs)]
    const both = left.replace(from, theirs)
    expect([left, right, both]).not.toContain(base)
    expect(mergeMarkdown(base, left, right)).toBe(both)
    expect(mergeMarkdown(base, right, left)).toBe(both)
  })

  it.each([
    ['one sentence changed twice', base.replace('is hot', 'is warm'), base.replace('is hot', 'burns')],
    ['a paragraph removed and changed', without(base, '- It has a core.\n'), base.replace('a core', 'cores')],
    ['different texts at the end', `${base}\nOne end.\n`, `${base}\nAnother end.\n`],
    ['a formula of two sentences', 'See $a. B$ now. End.', 'See $a. C$ now. End.'],
  ])('leaves %s to a person', (_, ours, theirs) => {
    const before = ours.startsWith('See') ? 'See $x. Y$ now. End.' : base
    expect(mergeMarkdown(before, ours, theirs)).toBeUndefined()
    expect(mergeMarkdown(before, theirs, ours)).toBeUndefined()
  })

  it('does not join what a removed block kept apart', () => {
    const before = 'One.\n\n---\n\nTwo.\n'
    const merged = mergeMarkdown(before, 'One.\n\nTwo.\n', 'One.\n\n---\n\nTwo!\n')
    expect(merged).toBe('One.\n\nTwo!\n')
  })
})

const sentence = fc.constantFrom(
  'One is so.',
  'Two is $x. Y$ here.',
  'Three `a. B` too.',
  'And **four. Five** is.',
  'é?',
)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '))
const block = fc.oneof(
  paragraph,
  paragraph.map((text) => `## ${text}`),
  paragraph.map((text) => `> ${text}`),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `* ${text}`).join('\n')),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((all) => all.map((text) => `1. ${text}`).join('\n\n')),
  fc.constantFrom('---', '```\na\nb\n```', '$$\nx\n$$', '| a | b |\n| - | - |\n| 1 | 2 |', '<b>x</b>', ''),
)
const answer = fc.array(block, { maxLength: 5 }).map((all) => all.join('\n\n'))

describe('laws of merging', () => {
  it('cuts a text into parts that are the text again', () => {
    fc.assert(
      fc.property(answer, (text) => {
        expect(
          leafBlocks(text)
            .map(({ gap, parts }) => gap + parts.join(''))
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('takes the one side that changed, and a change that both made', () => {
    fc.assert(
      fc.property(answer, answer, (before, after) => {
        expect(mergeMarkdown(before, after, before)).toBe(after)
        expect(mergeMarkdown(before, before, after)).toBe(after)
        expect(mergeMarkdown(before, after, after)).toBe(after)
      }),
    )
  })

  it('does the same for both orders of the sides', () => {
    fc.assert(
      fc.property(answer, answer, answer, (before, ours, theirs) => {
        expect(mergeMarkdown(before, theirs, ours)).toBe(mergeMarkdown(before, ours, theirs))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every word that one of the sides has added', () => {
    const places = fc.tuple(fc.nat(20), fc.nat(20)).filter(([first, second]) => first !== second)
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 6 }), places, (all, [first, second]) => {
        const [one, two] = [first % all.length, second % all.length]
        fc.pre(one !== two)
        const changed = (at: number, word: string): string[] =>
          all.map((text, index) => (index === at ? `${word} ${text}` : text))
        const text = (parts: readonly string[]): string => parts.join('\n\n')
        const merged = mergeMarkdown(text(all), text(changed(one, 'Ours')), text(changed(two, 'Theirs')))
        expect(merged?.split('\n\n').map((part) => part.split(' ')[0])).toEqual(
          changed(one, 'Ours').map((part, at) => (at === two ? 'Theirs' : part.split(' ')[0])),
        )
      }),
      { numRuns: 300 },
    )
  })
})
