import { canonicals } from '../../../src/markdown/lexical/canonical.ts'
import { fromLexical } from '../../../src/markdown/lexical/fromLexical.ts'
import type { EditorContent } from '../../../src/markdown/lexical/nodes.ts'

/** What each block of a state says to a reader, whatever way it is written. */
export const answerForm = (state: EditorContent): string[] => canonicals(fromLexical(state).children)
