import type { RootContent } from 'mdast'

import { canonicals } from '../lexical/canonical.ts'
import { fromLexical } from '../lexical/fromLexical.ts'
import { printDocument } from '../lexical/lexicalToMarkdown.ts'
import { markdownToLexical } from '../lexical/markdownToLexical.ts'
import type { EditorContent } from '../lexical/nodes.ts'
import { parseOrSource } from '../lexical/parseOrSource.ts'
import { locate } from './located.ts'
import { mergeDocument, type Caution } from './mergeDocument.ts'

const cautions: Caution[] = [
  { isWhole: false, isWide: false },
  { isWhole: false, isWide: true },
  { isWhole: true, isWide: true },
]

const formOf = (nodes: RootContent[]): string => canonicals(nodes).join('\n')

const readAgain = (markdown: string): string => formOf(fromLexical(markdownToLexical(markdown)).children)

/**
 * The Markdown of a Lexical state that was made from `before` and edited. Blocks that were not changed, and in changed
 * lists, tables and quotes the parts that were not, keep the characters that they have in `before`. With nothing
 * changed the result is `before`, for every string.
 */
export const saveMarkdown = (before: string, state: EditorContent): string => {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = before.slice(mark.length)
  const after = fromLexical(state)
  const located = locate(parseOrSource(text), text)
  const wanted = formOf(after.children)
  if (wanted === located.map(({ canonical }) => canonical).join('\n')) return before
  for (const caution of cautions) {
    const merged = mergeDocument(text, located, after.children, caution)
    if (readAgain(merged) === wanted) return mark + merged
  }
  return mark + printDocument(after)
}
