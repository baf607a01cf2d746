import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { search, searchKeymap } from '@codemirror/search'
import { type Extension, Prec } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view'

import { markdownLanguage } from './markdownLanguage.ts'

// Payload's sticky header would cover the line that the caret moves to.
const stickyHeader = 96

/** What every Markdown editor has. Tab is left to the browser: it moves to the next field. */
export const editorExtensions = (): Extension => [
  history(),
  highlightSpecialChars(),
  EditorView.lineWrapping,
  EditorView.scrollMargins.of(() => ({ top: stickyHeader, bottom: 32 })),
  search({ top: true }),
  markdownLanguage(),
  Prec.low(keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap])),
]
