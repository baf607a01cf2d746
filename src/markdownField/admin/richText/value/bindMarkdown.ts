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

/** How long typing may go on before a form hears of it, in milliseconds. */
const pause = 100

/** How many texts an editor remembers, so that undo can bring one of them back to the character. */
const maxBases = 20

export type BoundMarkdown = {
  /** Takes notice of the value that the form holds; shows it if somebody else has put it there. */
  receive: (value: string) => void
  /** Gives what is left to the form and lets go of the editor. */
  end: () => void
}

/** Shows a form's Markdown in an editor, and tells the form of each edit, soon after it or before anything reads it. */
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

  /** Gives to the form what was edited; tells whether anything was. */
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
      // Who is just typing goes on, and the form gets that text.
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
