import { canonicals } from '../../../src/markdown/lexical/canonical.ts'
import { documentFromLexical } from '../../../src/markdown/lexical/document.ts'
import type { EditorContent } from '../../../src/markdown/lexical/nodes.ts'

/** What each block of a state says to a reader, whatever way it is written. */
export const answerForm = (state: EditorContent): string[] => canonicals(documentFromLexical(state).children)
