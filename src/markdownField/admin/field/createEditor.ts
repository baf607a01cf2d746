import { isolateHistory } from '@codemirror/commands'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, placeholder } from '@codemirror/view'

import { editorExtensions } from './editorExtensions.ts'
import { type Edit, editKeepingLineEndings, withLineFeeds } from './lineEndings.ts'
import { replacement } from './replacement.ts'

/** What may change while an editor is open. */
export type EditorSettings = {
  /** Attributes of the element that has the focus: its id and what screen readers say. */
  attributes: Record<string, string>
  placeholder: string
  /** The text can be selected and copied, not changed. */
  readOnly: boolean
}

export type Editor = {
  text: () => string
  /** Shows another text. One that equals the present one moves neither caret nor history. */
  setText: (text: string) => void
  configure: (settings: EditorSettings) => void
  focus: () => void
  destroy: () => void
}

export type EditorOptions = {
  parent: Element
  text: string
  settings: EditorSettings
  /** Told of each change by the user, with the whole text. */
  onChange: (text: string) => void
}

const fromOutside = Annotation.define<boolean>()

const settingsExtension = ({ attributes, placeholder: hint, readOnly }: EditorSettings): Extension => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
    ...attributes,
    // Without an input mode a phone does not cover half of the page with a keyboard that cannot type.
    ...(readOnly ? { 'aria-readonly': 'true', inputmode: 'none' } : {}),
  }),
  placeholder(hint),
]

/** Opens a CodeMirror editor for a Markdown text whose line endings it keeps. */
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
        // Undoing the last edit brings back the very text, whatever its line endings were.
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
