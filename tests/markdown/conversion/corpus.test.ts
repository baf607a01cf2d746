import { describe, expect, it } from 'vitest'

import { lexicalToMarkdown, markdownToLexical, saveMarkdown } from '../../../src/markdown/conversion.ts'
import { renderHtml } from '../../../.scripts/fidelity/renderHtml.ts'
import { corpusAnswers } from '../../helpers/corpusAnswers.ts'
import { asEdited } from './asEdited.ts'
import { editText } from './editText.ts'

const answers = corpusAnswers()
/** Every so many-th answer takes the slow checks. CORPUS_EDITS=all takes them all. */
const step = process.env.CORPUS_EDITS === 'all' ? 1 : 5

describe.skipIf(answers.length === 0)('real answers', () => {
  it('real answers keep every character when saved without an edit', { timeout: 300_000 }, () => {
    for (const { answer, path } of answers)
      expect(saveMarkdown(answer, asEdited(markdownToLexical(answer))), path).toBe(answer)
  })

  it('real answers render to the same HTML with every block reprinted', { timeout: 300_000 }, () => {
    const some = answers.filter((_, at) => at % step === 0)
    const changed = some.filter(({ answer }) => {
      const rewritten = lexicalToMarkdown(markdownToLexical(answer))
      return rewritten !== answer && renderHtml(rewritten) !== renderHtml(answer)
    })
    expect(changed.slice(some.length / 1000).map(({ path }) => path)).toEqual([])
  })

  it('real answers keep every character outside the edit, in 99 of 100', { timeout: 300_000 }, () => {
    const some = [...answers.entries()].filter(([at]) => at % step === 0)
    const changed = some.filter(([at, { answer }]) => {
      const edited = editText(markdownToLexical(answer), at, (text) => `${text} edited`)
      return saveMarkdown(answer, edited).replace(' edited', '') !== answer
    })
    expect(changed.slice(some.length / 100).map(([, { path }]) => path)).toEqual([])
  })

  it('real answers keep every unedited line', { timeout: 300_000 }, () => {
    for (const [at, { answer, path }] of answers.entries()) {
      if (at % step > 0) continue
      const saved = saveMarkdown(
        answer,
        editText(markdownToLexical(answer), at, (text) => `${text} edited`),
      )
      const lines = new Set(saved.split('\n'))
      // An edited block of several lines may be printed again as a whole; all others are kept.
      const blocks = answer.split(/\n\s*\n/)
      const lost = blocks.filter((block) => !block.split('\n').every((line) => lines.has(line)))
      expect(lost.length, path).toBeLessThanOrEqual(1)
    }
  })
})
