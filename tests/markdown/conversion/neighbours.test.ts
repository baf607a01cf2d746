import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { markdownToLexical } from '../../../src/markdown/conversion.ts'
import { parseMarkdown } from '../../../src/markdown/syntax.ts'
import { editText } from './editText.ts'
import { savedFrom, withBlocks } from './savedFrom.ts'

const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 300)

/** Blocks that adjacent ones could run into; `W` stands for a word of their own. */
const block = fc.constantFrom(
  ...['* W\n* more', '- W', '+   W\n+   more', '- W\n\n- loose', '- W\n  - nested', '* W\n  + one\n  - two'],
  ...['1. W\n2. more', '5) W', '7. W', '1) W\n1) more', '- [ ] W', '* [x] W\n* [ ] more', '- [ ] W\n- mixed'],
  ...['> W', '> W\n> more', '>W\n> - list', '    W', '```\nW\n```', '~~~\nW\n~~~', '|W|\n|-|\n|b|'],
  ...['<div>W</div>', '<!-- W -->', '<b>W</b> text', 'W', 'W  \nhard', 'W\\\nhard', '   W', 'W\nsoft'],
  ...['# W', 'W\n===', '***', '$$\nW\n$$', '[^W]: note'],
)
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n', '\n\n<!-- -->\n\n')
const neighbours = fc
  .array(fc.tuple(block, gap), { minLength: 2, maxLength: 4 })
  .map(
    (all) =>
      `${all
        .map(([text, end], at) => text.replace('W', `w${at}`) + end)
        .join('')
        .trimEnd()}\n`,
  )
  // The parser treats a number after indented code as text: a bug of micromark.
  .filter((markdown) => !/^ {4}.*\n+\d/m.test(markdown))
const added = fc.constantFrom(
  ...['new', '# new', '***', '> new', '<i>new</i>', '    new', '```\nnew\n```', '|new|\n|-|'],
  ...['- new', '* new\n* more', '1. new', '- [ ] new'],
)

/** The sources of the blocks of a text that are not in another one. */
const lostIn = (saved: string, before: string): string[] =>
  parseMarkdown(before)
    .children.map(({ position }) => before.slice(position?.start.offset, position?.end.offset))
    .filter((source) => !saved.includes(source))

describe('adjacent blocks', () => {
  it('adjacent blocks keep their source when one of them is edited', () => {
    fc.assert(
      fc.property(neighbours, fc.nat(9), (before, at) => {
        const saved = savedFrom(
          before,
          editText(markdownToLexical(before), at, (text) => `${text}, and more`),
        )
        expect(lostIn(saved, before).length).toBeLessThanOrEqual(1)
      }),
      { numRuns },
    )
  })

  it('adjacent blocks keep their source when a block is inserted between them, except indented code or numbers after a list', () => {
    fc.assert(
      fc.property(neighbours, fc.nat(9), added, (before, at, markdown) => {
        const saved = savedFrom(before, withBlocks(markdownToLexical(before), at, 0, markdown))
        expect(lostIn(saved, before).filter((source) => !/^(?: {4}|\d)/.test(source))).toEqual([])
      }),
      { numRuns },
    )
  })

  it('adjacent blocks stay separate when the text between them is deleted, with a change of at most one of them', () => {
    fc.assert(
      fc.property(neighbours, fc.nat(9), (before, at) => {
        // Of two lists that are shown as source neither can be changed.
        fc.pre(!/mixed[^]*mixed/.test(before))
        const saved = savedFrom(before, withBlocks(markdownToLexical(before), at, 1, ''))
        expect(lostIn(saved, before).length).toBeLessThanOrEqual(2)
      }),
      { numRuns },
    )
  })
})
