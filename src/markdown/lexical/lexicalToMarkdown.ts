import { printMarkdown } from '../syntax/printMarkdown.ts'
import { fromLexical } from './fromLexical.ts'
import type { EditorContent } from './nodes.ts'

/** The Markdown of a Lexical state, every block printed anew. Ends without a line break. */
export const lexicalToMarkdown = (state: EditorContent): string => printMarkdown(fromLexical(state))
