import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'

import { formValue } from '../../formValue/formValue.ts'
import { receiveExternalChanges } from '../../formValue/receiveExternalChanges.ts'
import { markdownOf } from './markdownOf.ts'
import { openMarkdown, replaceMarkdown, SHOWN_TAG } from './showMarkdown.ts'
import { beforeFormIsRead } from './beforeFormIsRead.ts'

/** While a user types, the form is updated after this time at the latest, in milliseconds. */
const pause = 100

/** Maximum number of texts that an editor remembers, so that undo can restore one of them exactly. */
const maxBases = 20

export type BoundMarkdown = {
  /** Receives the value of the form, and shows it if it was changed elsewhere. */
  receive: (value: string) => void
  /** Passes the last changes to the form and detaches the editor. */
  end: () => void
}

/**
 * Shows a form's Markdown in an editor, and passes each edit to the form: soon afterwards, or before anything reads the
 * form.
 */
export const bindMarkdown = (
  editor: LexicalEditor,
  opened: string,
  onChange: (markdown: string) => void,
): BoundMarkdown => {
  const form = formValue(opened)
  let bases = [opened]
  let current = opened
  let isChanged = false
  let isUndone = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Passes the edits to the form; returns whether there were any. */
  const flush = (): boolean => {
    clearTimeout(timer)
    if (!isChanged) return false
    const known = isUndone ? bases : bases.slice(-1)
    isChanged = false
    isUndone = false
    const markdown = markdownOf(known, editor.getEditorState().toJSON())
    if (markdown === current) return false
    current = markdown
    form.sent(markdown)
    onChange(markdown)
    return true
  }

  const news = receiveExternalChanges(
    form,
    () => current,
    (value) => {
      // A user who is typing is not interrupted: the form gets their text instead.
      if (flush()) return
      bases = [...bases, current, value].slice(-maxBases)
      current = value
      replaceMarkdown(editor, value)
    },
  )

  openMarkdown(editor, opened)
  const end = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const isHistoric = tags.has(HISTORIC_TAG)
      if (tags.has(SHOWN_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0 && !isHistoric)) return
      isChanged = true
      isUndone ||= isHistoric
      clearTimeout(timer)
      timer = setTimeout(flush, pause)
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        flush()
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    beforeFormIsRead(flush),
    flush,
    news.end,
  )

  return { receive: news.receive, end }
}
