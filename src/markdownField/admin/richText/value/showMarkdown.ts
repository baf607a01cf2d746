import {
  $getRoot,
  $parseSerializedNode,
  $setSelection,
  CLEAR_HISTORY_COMMAND,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'

import { markdownToLexical } from '../../../../markdown/conversion.ts'

/** Tag of updates that bring in what the form holds: no edits of a person. */
export const SHOWN_TAG = 'answerbook-shown'

/** Shows a text in an editor that has just been opened; nothing to undo. */
export const openMarkdown = (editor: LexicalEditor, markdown: string): void => {
  const state = editor.parseEditorState(JSON.stringify(markdownToLexical(markdown)))
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  // Merged into an empty history, the state is what the first undo comes back to.
  editor.setEditorState(state, { tag: HISTORY_MERGE_TAG })
}

/** Shows another text in an open editor, as one step that can be undone. */
export const replaceMarkdown = (editor: LexicalEditor, markdown: string): void => {
  const { children } = markdownToLexical(markdown).root
  editor.update(
    () => {
      $setSelection(null)
      $getRoot()
        .clear()
        .append(...children.map((child) => $parseSerializedNode(child)))
    },
    { discrete: true, tag: [SHOWN_TAG, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  )
}
