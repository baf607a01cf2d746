import type { RootContent } from 'mdast'

import { canonicals } from '../lexical/canonical.ts'
import { documentFromLexical } from '../lexical/document.ts'
import { printDocument } from '../lexical/lexicalToMarkdown.ts'
import type { EditorContent } from '../lexical/nodes.ts'
import { sharedForms, unsharedRange } from './align.ts'
import { locateText, type Located } from './located.ts'
import { mergeDocument, type Caution } from './mergeDocument.ts'

/** From the one that changes least. */
const cautions: Caution[] = [{}, { isWide: true }, { isSafe: true, isWide: true }]

/** How many blocks of a range are printed anew one by one before all of it is. */
const maxSingles = 4

/** The blocks of a range and then the ones beside it, since a block may read differently because of its neighbour. */
const suspects = ({ from, to }: { from: number; to: number }, length: number): number[] => {
  const within = Array.from({ length: Math.min(to - from, maxSingles) }, (_, at) => from + at)
  return [...within, from - 1, to].filter((at) => at >= 0 && at < length)
}

type Candidate = { text: string; forms: string[]; shared: number }

const formsIn = (located: readonly Located[]): string[] => located.map(({ canonical }) => canonical)

const isSame = (left: string[], right: string[]): boolean => left.join('\n') === right.join('\n')

/**
 * The source of an edited document. One that reads as it was edited is best; else one that changes little and in which
 * all that was not edited still reads as it did, which is all there is if the text of some source reads differently.
 */
const save = (text: string, before: readonly Located[], after: RootContent[]): string => {
  const wanted = canonicals(after)
  const read = (merged: string): Candidate => {
    const forms = formsIn(locateText(merged))
    return { text: merged, forms, shared: sharedForms(forms, wanted).length }
  }
  const candidates: Candidate[] = []
  for (const caution of cautions) {
    const candidate = read(mergeDocument(text, before, after, caution))
    if (isSame(candidate.forms, wanted)) return candidate.text
    candidates.push(candidate)
  }
  const best = (): Candidate | undefined => candidates.toSorted((a, b) => b.shared - a.shared)[0]
  const nearest = best()
  const kept = sharedForms(formsIn(before), wanted)
  if (nearest && sharedForms(nearest.forms, kept).length === kept.length) return nearest.text
  // Neighbours run together, or something far away reads differently.
  const anew = unsharedRange(nearest?.forms ?? [], wanted)
  for (const from of suspects(anew, after.length)) {
    const single = { from, to: from + 1 }
    const candidate = read(mergeDocument(text, before, after, { isSafe: true, isWide: true, anew: single }))
    if (isSame(candidate.forms, wanted)) return candidate.text
  }
  candidates.push(read(mergeDocument(text, before, after, { isSafe: true, isWide: true, anew })))
  const printed = read(printDocument({ type: 'root', children: after }))
  if (isSame(printed.forms, wanted)) candidates.push(printed)
  return best()?.text ?? printed.text
}

/**
 * Converts a Lexical editor state that was made from `before` and edited to Markdown. Blocks that were not edited, and in
 * edited lists, tables and quotes the parts that were not, keep the characters that they have in `before`, even if an
 * edited block cannot be written so that it reads as edited. If nothing was edited the result is `before`, for every
 * string.
 *
 * @example
 * saveMarkdown('Water\n=====\n', markdownToLexical('Water\n=====\n')) // 'Water\n=====\n'
 */
export const saveMarkdown = (before: string, state: EditorContent): string => {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = before.slice(mark.length)
  const after = documentFromLexical(state).children
  const located = locateText(text)
  return isSame(canonicals(after), formsIn(located)) ? before : mark + save(text, located, after)
}
