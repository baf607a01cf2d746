import { isolateHistory } from '@codemirror/commands'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, placeholder } from '@codemirror/view'

import type { Translate } from '../../../admin/useWords.ts'
import { editorExtensions } from './editorExtensions.ts'
import { type Edit, editKeepingLineEndings, replacement, withLineFeeds } from './lineEndings.ts'
import { noBreakSpaces } from './noBreakSpaces.ts'
import { searchPhrases } from './searchPhrases.ts'

/** What may change while an editor is open. */
export type EditorSettings = {
  /** Attributes of the element that has the focus: its id and what screen readers say. */
  attributes: Record<string, string>
  placeholder: string
  /** The text can be selected and copied, not changed. */
  readOnly: boolean
  t: Translate
}

export type Editor = {
  text: () => string
  /** Shows another text. An identical one moves neither caret nor history. */
  setText: (text: string) => void
  configure: (settings: EditorSettings) => void
  focus: () => void
  destroy: () => void
}

export type EditorOptions = {
  parent: Element
  text: string
  settings: EditorSettings
  /** Called on each change by the user, with the whole text. */
  onChange: (text: string) => void
}

const fromOutside = Annotation.define<boolean>()

const settingsExtension = ({ attributes, placeholder: hint, readOnly, t }: EditorSettings): Extension => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
    ...attributes,
    // Without an input mode, a phone does not cover half of the page with a keyboard that is of no use.
    ...(readOnly ? { 'aria-readonly': 'true', inputmode: 'none' } : {}),
  }),
  placeholder(hint),
  noBreakSpaces(t('answerbook:field:noBreakSpace')),
  searchPhrases(t),
]

/** Opens a CodeMirror editor for a Markdown text and keeps its line endings. */
export const createEditor = ({ parent, text, settings, onChange }: EditorOptions): Editor => {
  const changeable = new Compartment()
  let loaded = text
  let current = text

  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      editorExtensions(),
      changeable.of(settingsExtension(settings)),
      EditorView.updateListener.of(({ docChanged, transactions, changes, state }) => {
        if (!docChanged || transactions.some((transaction) => transaction.annotation(fromOutside))) return
        const edits: Edit[] = []
        changes.iterChanges((from, to, _start, _end, insert) => {
          edits.push({ from, to, insert: insert.toString() })
        })
        const edited = editKeepingLineEndings(current, edits)
        // Undoing the last edit restores the original text, whatever its line endings were.
        current = withLineFeeds(loaded) === state.doc.toString() ? loaded : edited
        onChange(current)
      }),
    ],
  })

  return {
    text: () => current,
    setText: (next) => {
      loaded = next
      current = next
      const changes = replacement(view.state.doc.toString(), withLineFeeds(next))
      if (changes.from === changes.to && changes.insert === '') return
      view.dispatch({ changes, annotations: [fromOutside.of(true), isolateHistory.of('full')] })
    },
    configure: (next) => view.dispatch({ effects: changeable.reconfigure(settingsExtension(next)) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}
