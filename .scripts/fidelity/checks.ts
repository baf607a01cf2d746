import { lexicalToMarkdown, markdownToLexical, saveMarkdown } from '../../src/markdown/conversion.ts'
import { decodeEscapes, encodeEscapes, formOfEscapes } from '../../src/markdown/escapes.ts'
import { editParagraph } from './editParagraph.ts'
import type { Answer } from './readAnswers.ts'
import { renderHtml } from './renderHtml.ts'
import { makeThroughEditor } from './throughEditor.ts'

const throughEditor = await makeThroughEditor()

/** What is wrong with an answer; undefined if nothing is; `skipped` if the check does not apply. */
type Check = (answer: Answer, index: number) => string | undefined

const firstDifference = (a: string, b: string): string => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50))
  return `${around(a)} became ${around(b)}`
}

const same = (a: string, b: string): string | undefined => (a === b ? undefined : firstDifference(a, b))

const editOne: Check = ({ markdown }, index) => {
  const edit = editParagraph(markdown, index)
  if (!edit) return 'skipped'
  const saved = saveMarkdown(markdown, edit.state)
  const isInPlace =
    saved.startsWith(edit.before) && saved.endsWith(edit.after) && saved.includes('Now edited:')
  return isInPlace ? undefined : firstDifference(markdown, saved)
}

const tenRounds: Check = ({ markdown }, index) => {
  const edit = editParagraph(markdown, index)
  const first = edit ? saveMarkdown(markdown, edit.state) : markdown
  let text = first
  for (let round = 0; round < 10; round += 1) text = saveMarkdown(text, markdownToLexical(text))
  return same(first, text)
}

/** The checks, with the minimum share of answers that has to pass each. */
export const checks: { name: string; minShare: number; check: Check }[] = [
  {
    name: 'decoded and encoded, the same characters',
    minShare: 1,
    check: ({ raw }) => same(raw, encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))),
  },
  {
    name: 'opened in the editor and saved without an edit, the same characters',
    minShare: 1,
    check: ({ markdown }) =>
      same(markdown, saveMarkdown(markdown, throughEditor(markdownToLexical(markdown)))),
  },
  {
    name: 'every block written anew, the same HTML',
    minShare: 0.999,
    check: ({ markdown }) =>
      same(renderHtml(markdown), renderHtml(lexicalToMarkdown(throughEditor(markdownToLexical(markdown))))),
  },
  { name: 'one paragraph edited, no character outside it changed', minShare: 1, check: editOne },
  { name: 'ten rounds of opening and saving, no change', minShare: 1, check: tenRounds },
]
