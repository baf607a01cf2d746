import { EditorState, type Extension } from '@codemirror/state'

import type { Translate } from '../../../admin/useWords.ts'

const phrases = {
  Find: 'find',
  Replace: 'replace',
  replace: 'replace',
  'replace all': 'replaceAll',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match case': 'matchCase',
  'by word': 'byWord',
  regexp: 'regexp',
  close: 'close',
  'current match': 'currentMatch',
  'on line': 'onLine',
  'replaced $ matches': 'replacedMatches',
  'replaced match on line $': 'replacedOnLine',
} as const

/** The words of CodeMirror's search panel in the language of the admin panel. */
export const searchPhrases = (t: Translate): Extension =>
  EditorState.phrases.of(
    Object.fromEntries(
      Object.entries(phrases).map(([phrase, key]) => [phrase, t(`answerbook:field:search:${key}`)]),
    ),
  )
