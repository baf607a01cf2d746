import { canonicals } from '../../../src/markdown/lexical/canonical.ts'
import { documentFromLexical } from '../../../src/markdown/lexical/document.ts'
import type { EditorContent } from '../../../src/markdown/lexical/nodes.ts'

/** The content of each block of a state as a reader sees it, however it is written. */
export const answerForm = (state: EditorContent): string[] => canonicals(documentFromLexical(state).children)
