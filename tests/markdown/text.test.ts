import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toText } from '../../src/markdown/text.ts'
import { corpusAnswers } from '../helpers/corpusAnswers.ts'

it.each([
  ['words', 'Row **times** _column_, ~~never~~ `A[i]`.', 'Row times column, never A[i].'],
  ['lines of a paragraph', 'one\ntwo  \nthree\\\nfour', 'one two\nthree\nfour'],
  ['blocks', '# Title\nText\n\n---\n\n> quoted\n\nmore', 'Title\n\nText\n\nquoted\n\nmore'],
  ['escapes and entities', '1 \\* 2 &lt; 3 &amp; 4', '1 * 2 < 3 & 4'],
  ['formulas in a line', 'Where $x^2$ and \\(\\alpha\\).', 'Where x^2 and \\alpha.'],
  ['formulas on lines of their own', 'So\n\n$$\n\\frac{1}{2}\n$$\n\n\\[ a \\]', 'So\n\n\\frac{1}{2}\n\na'],
  ['code', '```js\nconst a = 1\n\n  b()\n```', 'const a = 1\n\n  b()'],
  ['tight lists', '- a\n- b\n  - c\n- d', '• a\n• b\n  • c\n• d'],
  ['numbered lists', '3. a\n4. b', '3. a\n4. b'],
  ['loose lists', '- a\n\n  more\n\n- b', '• a\n\n  more\n• b'],
  ['tasks', '- [x] done\n- [ ] not', '• done\n• not'],
  ['tables', '| a | **b** |\n|---|:-:|\n| $c$ | d |', 'a\tb\nc\td'],
  ['links', '[words](https://a.example "t") and <https://b.example>', 'words and https://b.example'],
  ['link references', '[words][x]\n\n[x]: https://a.example', 'words'],
  ['images', '![a *plot*](p.png) ![](q.png)', 'a plot'],
  ['footnotes', 'So.[^1]\n\n[^1]: Because.', 'So.[1]\n\n[1] Because.'],
  ['what looks like HTML', 'vector<int> a\n\n<div>b</div>', 'vector<int> a\n\n<div>b</div>'],
  ['cells with breaks', '| a<br>b | c<br/>d |\n|-|-|\n| e<BR />f | **g<br >h** |', 'a b\tc d\ne f\tg h'],
  ['breaks in text', 'one<br>two<br/>three', 'one\ntwo\nthree'],
  ['breaks on lines of their own', 'one\n\n<br>\n\n<br/>two', 'one\n\ntwo'],
  ['comments', '<!-- note -->\n\none <!-- a\nnote --> two <!-- end -->', 'one two'],
  ['lists with comments', '- <!-- note -->\n- one<!-- note -->\n  <!-- note -->', '•\n• one'],
  ['comments within HTML', '<div><!-- note -->a<!-- note --></div>', '<div>a</div>'],
  ['comments that do not end', 'one <!-- note\n\n<!-- note', 'one <!-- note\n\n<!-- note'],
  ['comments within code', '`<!-- a -->`\n\n```\n<!-- b --><br>\n```', '<!-- a -->\n\n<!-- b --><br>'],
  ['nothing', '', ''],
])('%s become plain text', (_, markdown, text) => {
  expect(toText(markdown).trim()).toBe(text)
})

it('any Markdown becomes text without an error', () => {
  const markup = fc.constantFrom(
    '*',
    '_',
    '`',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '[',
    ']',
    '(x)',
    '|',
    '$',
    '#',
    '<b>',
    'a',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.string()), { maxLength: 40 }), (parts) => {
      expect(typeof toText(parts.join(''))).toBe('string')
    }),
  )
})

it.each(['[', '>', '**a ', '- '])('a million characters of %s are returned unchanged', (piece) => {
  const markdown = piece.repeat(1_000_000 / piece.length)
  expect(toText(markdown)).toBe(markdown)
})

const answers = corpusAnswers()

describe.skipIf(answers.length === 0)('the text of real answers', () => {
  it('the text of real answers contains every word', { timeout: 120_000 }, () => {
    const words = (text: string): string[] => text.match(/\p{L}{4,}/gu) ?? []
    const lost = answers
      .filter((_, index) => index % 10 === 0)
      // Urls, languages of code and names of references are markup.
      .filter(({ answer }) => !/\]\(|\]:|```|~~~|\[\^|&\w+;|</.test(answer))
      .filter(({ answer }) => words(toText(answer)).join(' ') !== words(answer).join(' '))
    expect(lost.map(({ path }) => path)).toEqual([])
  })
})
