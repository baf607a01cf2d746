import type { RootContent } from 'mdast'

import { canonicals } from '../lexical/canonical.ts'
import { documentFromLexical } from '../lexical/document.ts'
import { printDocument } from '../lexical/lexicalToMarkdown.ts'
import type { EditorContent } from '../lexical/nodes.ts'
import { sharedForms, unsharedRange } from './align.ts'
import { locateText, type Located } from './located.ts'
import { mergeDocument, type Caution } from './mergeDocument.ts'

/** Ordered from the least change to the most. */
const cautions: Caution[] = [{}, { isWide: true }, { isSafe: true, isWide: true }]

/** Maximum number of blocks of a range to try reprinting one by one before the whole range is reprinted. */
const maxSingles = 4

/** The blocks of a range and then the adjacent ones, since a neighbour can change how a block is parsed. */
const suspects = ({ from, to }: { from: number; to: number }, length: number): number[] => {
  const within = Array.from({ length: Math.min(to - from, maxSingles) }, (_, at) => from + at)
  return [...within, from - 1, to].filter((at) => at >= 0 && at < length)
}

type Candidate = { text: string; forms: string[]; shared: number }

const formsIn = (located: readonly Located[]): string[] => located.map(({ canonical }) => canonical)

const isSame = (left: string[], right: string[]): boolean => left.join('\n') === right.join('\n')

/**
 * The source of an edited document: preferably one that is parsed as it was edited. Otherwise one with few changes in
 * which everything unedited is still parsed as before; more is impossible if some edited source is parsed differently.
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
  // Adjacent blocks are joined, or something further away is parsed differently.
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
 * Converts a Lexical editor state that was created from `before` and then edited to Markdown. Unedited blocks keep
 * their characters of `before`, and so do the unedited parts of lists, tables and quotes, even if an edited block
 * cannot be written so that it is parsed as edited. If nothing was edited, the result is `before`, for every string.
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
