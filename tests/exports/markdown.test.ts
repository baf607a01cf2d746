import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import * as door from '../../src/exports/markdown.ts'

const { lexicalForReaders, lexicalToMarkdown, markdownToLexical, renderHtml, saveMarkdown, toText } = door

const markdown = `## Osmosis

Water flows where $c$ is **high**. <!-- check -->

* one
* two
`

describe('the door answerbook/markdown', () => {
  it('answerbook/markdown exports exactly these names, and removing one requires a new major version', () => {
    expect(Object.keys(door).sort()).toEqual([
      'lexicalForReaders',
      'lexicalToMarkdown',
      'markdownToLexical',
      'renderHtml',
      'saveMarkdown',
      'toText',
    ])
  })

  it('renderHtml converts Markdown to HTML', () => {
    const html = renderHtml(markdown)
    expect(html).toContain('<h2>Osmosis</h2>')
    expect(html).toContain('class="katex"')
    expect(html).not.toContain('check')
  })

  it('toText converts Markdown to plain text', () => {
    expect(toText(markdown)).toBe('Osmosis\n\nWater flows where c is high.\n\n• one\n• two')
  })

  it('Markdown is converted to Lexical, with comments only for editors', () => {
    expect(markdownToLexical(markdown).root.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
    ])
    expect(JSON.stringify(markdownToLexical(markdown))).toContain('check')
    expect(JSON.stringify(lexicalForReaders(markdown))).not.toContain('check')
  })

  it('Lexical is converted to Markdown, reprinted or with the characters of the previous text', () => {
    expect(lexicalToMarkdown(markdownToLexical(markdown))).toBe(markdown.trimEnd())
    expect(saveMarkdown(markdown, markdownToLexical(markdown))).toBe(markdown)
  })
})

const examples = [
  'html.ts',
  'text.ts',
  'lexical/document.ts',
  'lexical/lexicalForReaders.ts',
  'lexical/lexicalToMarkdown.ts',
  'preserve/saveMarkdown.ts',
]

/** The lines of a docstring's example, and the result that its last comment gives. */
const exampleOf = (file: string): { code: string; value: string } => {
  const source = readFileSync(`src/markdown/${file}`, 'utf8')
  const [, example = ''] = /@example\n((?: \* .*\n)+)/.exec(source) ?? []
  const [, code = '', value = ''] = /^([^]*) \/\/ (.*)\n$/.exec(example.replaceAll(/^ \* /gm, '')) ?? []
  return { code, value }
}

describe('an example in a docstring', () => {
  it.each(examples)('an example in a docstring gives its documented result: %s', (file) => {
    const { code, value } = exampleOf(file)
    const lines = code.split('\n')
    const body = [...lines.slice(0, -1), `return [${lines.at(-1) ?? ''}, ${value}]`].join('\n')
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is text of a docstring of ours
    const run = new Function(...Object.keys(door), body)
    const [result, expected] = run(...Object.values(door))
    expect(value).not.toBe('')
    expect(result).toEqual(expected)
  })
})
