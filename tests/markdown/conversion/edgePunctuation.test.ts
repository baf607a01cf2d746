import { expect, it } from 'vitest'

import { lexicalToMarkdown, markdownToLexical } from '../../../src/markdown/conversion.ts'

const bold = 1
const italic = 2
const struck = 4

type Piece = [text: string, format: number]

const printed = (...pieces: Piece[]): string =>
  lexicalToMarkdown({
    root: {
      children: [
        {
          type: 'paragraph',
          children: pieces.map(([text, format]) => ({ type: 'text', text, format })),
        },
      ],
    },
  })

it.each<[string, Piece[], string]>([
  [
    'a colon',
    [
      ['Note:', bold],
      ['this', 0],
    ],
    '**Note**:this',
  ],
  [
    'a colon before a blank',
    [
      ['Note:', bold],
      [' this', 0],
    ],
    '**Note:** this',
  ],
  ['a colon at the end', [['Note:', bold]], '**Note:**'],
  [
    'a bracket at the start',
    [
      ['this', 0],
      ['(note)', italic],
    ],
    'this(*note)*',
  ],
  [
    'both edges',
    [
      ['a', 0],
      ['"x"', bold],
      ['b', 0],
    ],
    'a"**x**"b',
  ],
  [
    'several signs with a blank',
    [
      ['Really ?!', bold],
      ['yes', 0],
    ],
    '**Really** ?!yes',
  ],
  [
    'signs alone',
    [
      ['a', 0],
      [':', bold],
      ['b', 0],
    ],
    'a:b',
  ],
  [
    'struck text',
    [
      ['old.', struck],
      ['new', 0],
    ],
    '~~old~~.new',
  ],
  [
    'two marks that end',
    [
      ['Note:', bold | italic],
      ['this', 0],
    ],
    '***Note***:this',
  ],
  [
    'a mark within another',
    [
      ['Note:', bold | italic],
      ['this', italic],
    ],
    '*__Note__:this*',
  ],
  [
    'marks side by side',
    [
      ['Note:', bold],
      ['this', italic],
    ],
    '**Note:**_this_',
  ],
  [
    'no Latin',
    [
      ['注意：', bold],
      ['这', 0],
    ],
    '**注意**：这',
  ],
  [
    'letters only',
    [
      ['No', bold],
      ['te', 0],
    ],
    '**No**te',
  ],
])('bold and similar marks are parsed again: %s', (_, pieces, expected) => {
  const markdown = printed(...pieces)
  expect(markdown).not.toContain('&#')
  expect(markdown).toBe(expected)
  expect(lexicalToMarkdown(markdownToLexical(markdown))).toBe(markdown)
})
