import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { search, searchKeymap } from '@codemirror/search'
import { type Extension, Prec } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view'

import { markdownLanguage } from './markdownLanguage.ts'
import { noBreakSpaces } from './noBreakSpaces.ts'

// What Payload keeps on top of the page would cover the line that the caret moves to.
const stickyHeader = 96

/** What every Markdown editor has. Tab is left to the browser: it moves on to the next field. */
export const editorExtensions = (): Extension => [
  history(),
  highlightSpecialChars(),
  noBreakSpaces(),
  EditorView.lineWrapping,
  EditorView.scrollMargins.of(() => ({ top: stickyHeader, bottom: 32 })),
  search({ top: true }),
  markdownLanguage(),
  Prec.low(keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap])),
]
