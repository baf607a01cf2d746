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

/** Tag of updates that show the value of the form and are not edits by the user. */
export const SHOWN_TAG = 'answerbook-shown'

/** Shows a text in an editor that has just been opened; there is nothing to undo. */
export const openMarkdown = (editor: LexicalEditor, markdown: string): void => {
  const state = editor.parseEditorState(JSON.stringify(markdownToLexical(markdown)))
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  // Merged into an empty history, this state is what the first undo returns to.
  editor.setEditorState(state, { tag: HISTORY_MERGE_TAG })
}

/** Shows another text in an open editor, as a single undo step. */
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
