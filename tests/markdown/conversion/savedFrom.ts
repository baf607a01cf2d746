import { expect } from 'vitest'

import { makeThroughEditor } from '../../../.scripts/fidelity/throughEditor.ts'
import { markdownToLexical, saveMarkdown, type SerializedAnswer } from '../../../src/markdown/conversion.ts'
import { answerForm } from './answerForm.ts'

const [emptyParagraph] = markdownToLexical('').root.children
const betweenLists = emptyParagraph ? [emptyParagraph] : []

/**
 * A state with other blocks in the place of `length` ones from the `at`-th, counted round; beside lists with what keeps
 * them apart in the editor.
 */
export const withBlocks = (
  state: SerializedAnswer,
  at: number,
  length: number,
  markdown: string,
): SerializedAnswer => {
  const { children } = state.root
  const index = at % (children.length + 1 - length)
  const blocks = [...betweenLists, ...markdownToLexical(markdown).root.children, ...betweenLists]
  return { root: { ...state.root, children: children.toSpliced(index, length, ...blocks) } }
}

/** A state as Lexical normalizes it on the first edit. */
export const throughEditor = await makeThroughEditor()

/** Saves an edited state as Lexical normalizes it; each block is parsed as edited, and none is joined with another. */
export const savedFrom = (before: string, edited: SerializedAnswer): string => {
  const normalized = throughEditor(edited)
  expect(answerForm(normalized)).toEqual(answerForm(edited))
  const saved = saveMarkdown(before, normalized)
  expect(answerForm(markdownToLexical(saved))).toEqual(answerForm(edited))
  return saved
}
