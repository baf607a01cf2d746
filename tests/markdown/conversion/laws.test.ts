import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lexicalToMarkdown, markdownToLexical, saveMarkdown } from '../../../src/markdown/conversion.ts'
import { answerForm } from './answerForm.ts'
import { asEdited } from './asEdited.ts'
import { editText } from './editText.ts'
import { markdownNoise, markdownText } from './markdownText.ts'

const anyMarkdown = fc.oneof(markdownText, markdownNoise)
const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 300)

/** The cases for which a law does not hold, out of many that are the same in every run. */
const exceptions = <Case>(cases: fc.Arbitrary<Case>, holds: (each: Case) => boolean): Case[] =>
  fc.sample(cases, { numRuns, seed: 20 }).filter((each) => !holds(each))

const isSame = (a: string[], b: string[]): boolean => a.join('\n') === b.join('\n')

// Some nestings do not survive reprinting, such as a rule as the only content of nested bullets.
const few = numRuns / 50

describe('laws of the conversion', () => {
  it('saving without an edit keeps all characters', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        expect(saveMarkdown(markdown, asEdited(markdownToLexical(markdown)))).toBe(markdown)
      }),
      { numRuns },
    )
  })

  it('reprinted text is parsed to the same content, in 98 of 100 deliberately odd cases', () => {
    const odd = exceptions(anyMarkdown, (markdown) => {
      const state = markdownToLexical(markdown)
      return isSame(answerForm(markdownToLexical(lexicalToMarkdown(state))), answerForm(state))
    })
    expect(odd.slice(few)).toEqual([])
  })

  it('edited text is parsed as edited, in 98 of 100 such cases', () => {
    const odd = exceptions(fc.tuple(markdownText, fc.nat()), ([markdown, at]) => {
      const edited = editText(markdownToLexical(markdown), at, (text) => `${text}, and more`)
      const saved = saveMarkdown(markdown, asEdited(edited))
      return isSame(answerForm(markdownToLexical(saved)), answerForm(edited))
    })
    expect(odd.slice(few)).toEqual([])
  })

  it('saving repeatedly changes nothing', () => {
    fc.assert(
      fc.property(markdownText, fc.nat(), (markdown, at) => {
        const edited = editText(markdownToLexical(markdown), at, (text) => `${text}, and more`)
        const saved = saveMarkdown(markdown, asEdited(edited))
        for (let round = 0, text = saved; round < 10; round += 1) {
          text = saveMarkdown(text, asEdited(markdownToLexical(text)))
          expect(text).toBe(saved)
        }
      }),
      { numRuns: numRuns / 10 },
    )
  })
})
