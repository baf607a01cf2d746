import { GFM, parser } from '@lezer/markdown'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'

import { countWords } from '../../src/markdownField/admin/field/countWords.ts'
import { mathSyntax } from '../../src/markdownField/admin/field/mathSyntax.ts'
import { looksLikeMarkdown } from '../../src/markdownField/admin/richText/paste/looksLikeMarkdown.ts'
import { lexicalToMarkdown, markdownToLexical } from '../../src/markdown/conversion.ts'
import { ambiguousDollars } from '../../src/markdown/ambiguousDollars.ts'
import { formulasIn } from '../../src/markdown/dollars.ts'
import { decodeEscapes } from '../../src/markdown/escapes.ts'
import { renderHtml } from '../../src/markdown/html.ts'
import { parseMarkdown } from '../../src/markdown/syntax.ts'
import { toText } from '../../src/markdown/text.ts'
import { corpusAnswers } from '../helpers/corpusAnswers.ts'

const texts = [
  'A firm buys a share at $36 and *sells* it at $38 each.',
  'between $5-$10 a month',
  'from $5–$10, or $5 – $10',
  'about $1,000/$2,000 and $.50 to $.75',
  '**$5** or **$6**, [$7](/a) or [$8](/b), "$5", "$10"',
  'US$5 or US$6, A$5-A$10, $5,A$10',
  '$5 or US$ 6',
  'It costs 5$ and 10$, or 5$-10$.',
  'It costs $ 5 and $ 6 each.',
  'a raise of $5 million—$7 million',
  'at $36\nand at $38',
  'it costs $5, where `x` is $6',
  'set $HOME/$USER and $HOME:$PATH',
  'echo $HOME and $USER, ${HOME}/${USER}, $(pwd)/$(date), $HOME$USER',
  'awk "{print $1, $2}", "$1" "$2", $1/$2',
  '$a + $b, $a-$b, $user->$name, $a.$b',
  'the cells $A$1 and $B$2',
  'df$x + df$y',
  'run $ npm install and $ npm start',
  'a lone $ and $ or none',
]

const formulas: [string, string[]][] = [
  ['$x$, $2x$, $5$ and $-5$.', ['x', '2x', '5', '-5']],
  ['with blanks $ u $ and $ 5 $, $ n $th', ['u', '5', 'n']],
  ['the $n$th, $k$-means, $x$s, H$_2$O, Na$^+$and', ['n', 'k', 'x', '_2', '^+']],
  ['$\\beta$2 and $x_1$2', ['\\beta', 'x_1']],
  ['$\\alpha $ is', ['\\alpha ']],
  ['$5 \\times 10^3$ and $9.81 \\text{ m per second}$', ['5 \\times 10^3', '9.81 \\text{ m per second}']],
  ['$5-1 = 4$, $[2, 3]$, $(a, b)$, $p → q$, $x!$', ['5-1 = 4', '[2, 3]', '(a, b)', 'p → q', 'x!']],
  ['costs $5 and $x$ is $6 too', ['x']],
  ['$P = \\$5$', ['P = \\$5']],
  ['a $+$sign', ['+']],
  ['$a\nb$', ['a\nb']],
]

const parsed = (markdown: string): string[] => {
  const values: string[] = []
  visit(parseMarkdown(markdown), 'inlineMath', ({ value }) => {
    values.push(value)
  })
  return values
}

const lezer = parser.configure([GFM, mathSyntax])

const coloured = (text: string): string[] => {
  const found: string[] = []
  lezer.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Math') found.push(text.slice(from, to))
    },
  })
  return found
}

describe('dollars of text', () => {
  it.each(texts)('the dollars are text: %j', (markdown) => {
    expect(parsed(markdown)).toEqual([])
    expect(coloured(markdown)).toEqual([])
    expect(formulasIn(markdown)).toEqual([])
    expect(renderHtml(markdown)).not.toContain('katex')
    const dollars = (text: string): number => text.split('$').length
    expect(dollars(toText(markdown))).toBe(dollars(markdown))
    expect(lexicalToMarkdown(markdownToLexical(markdown))).toBe(markdown.replaceAll(/ \n/g, '\n'))
  })

  it.each(texts.filter((text) => !/[*[\n]/.test(text)))('pasted %j is text', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
  })
})

describe('dollars of formulas', () => {
  it.each(formulas)('the dollars are a formula: %j', (markdown, values) => {
    expect(parsed(markdown)).toEqual(values)
    const sources = formulasIn(markdown).map(({ content }) => content)
    const inner = coloured(markdown).map((source) => source.slice(1, -1))
    expect(sources.map((source) => source.trim())).toEqual(values.map((value) => value.trim()))
    expect(inner).toEqual(sources)
  })
})

it('an amount of money continues after a formula in other delimiters', () => {
  expect(parsed('it costs $5, where \\(x^2\\) is $6')).toEqual(['x^2'])
})

it.each<[string, 'formula' | 'text', string]>([
  ['a share at $36 and *sells* at $38 each', 'text', '36 and *sells* at '],
  ['`$5` and $x$ and $HOME/$USER, `$6`', 'text', 'HOME/'],
  ['weighs $5 kg$', 'formula', '5 kg'],
])('an ambiguous text is reported: %j', (markdown, readAs, content) => {
  expect(ambiguousDollars(markdown)).toEqual([{ readAs, content }])
})

it.each(['$x$ and $2x$', 'costs $5', '\\$5 and \\$6', '`$5` and `$6`'])(
  'an unambiguous text is not reported: %j',
  (markdown) => {
    expect(ambiguousDollars(markdown)).toEqual([])
  },
)

it('countWords counts the words between two amounts of money', () => {
  expect(countWords('from $5 a month to $6').words).toBe(6)
})

it('line breaks between two amounts are decoded, and commands are not', () => {
  expect(decodeEscapes('at $5\\nu and\\nat $6').text).toBe('at $5\nu and\nat $6')
})

it.each([
  ['5-', '10'],
  ['HOME/', 'USER'],
  ['5 or', ''],
])('a formula that would be read as text is printed differently: %s before %j', (latex, after) => {
  const formula = { type: 'math', latex, display: false, delimiter: '$', version: 1 }
  const children = [
    { type: 'text', text: 'so ', format: 0 },
    formula,
    { type: 'text', text: after, format: 0 },
  ]
  const printed = lexicalToMarkdown({ root: { children: [{ type: 'paragraph', children }] } })
  expect(parsed(printed)).toEqual([latex])
})

it('syntax highlighting and the parser agree on any text', () => {
  const piece = fc.constantFrom(
    '$',
    '$',
    '$',
    ' ',
    'x',
    '5',
    '-',
    'or',
    'HOME',
    '/',
    '\\$',
    '\\a',
    '.',
    '_',
    '(',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = `a ${pieces.join('')} b`.replaceAll(/\$\$+/g, '$')
      expect(coloured(text).map((source) => source.slice(1, -1).trim())).toEqual(
        parsed(text).map((value) => value.trim()),
      )
    }),
  )
})

const answers = corpusAnswers()

describe.skipIf(answers.length === 0)('the dollars of real answers', () => {
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()
  const valuesIn = (tree: Nodes): string[] => {
    const values: string[] = []
    visit(tree, 'inlineMath', ({ value, data }) => {
      if (data?.delimiter === undefined) values.push(value)
    })
    return values
  }

  it('real answers have a formula wherever remark finds one that is not prose', { timeout: 300_000 }, () => {
    const lost = answers.flatMap(({ answer }) => {
      const ours = new Set(valuesIn(parseMarkdown(answer)))
      return valuesIn(remark.parse(answer)).filter((value) => !ours.has(value))
    })
    expect(lost.filter((value) => !/^\d[^]*[a-z][^]*\s$/.test(value))).toEqual([])
  })
})
