import { lexicalToMarkdown } from '../lexical/lexicalToMarkdown.ts'
import { markdownToLexical } from '../lexical/markdownToLexical.ts'
import type { EditorContent } from '../lexical/nodes.ts'

/** The Markdown of a Lexical state that was made from `before` and edited. */
export const saveMarkdown = (before: string, state: EditorContent): string => {
  const after = lexicalToMarkdown(state)
  return after === lexicalToMarkdown(markdownToLexical(before)) ? before : after
}
