'use client'

import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

import { $isInTable } from '../table/alignColumn.ts'

const buttons = 'button:not(:disabled)'

/** Moves the focus to the toolbar on Alt F10, as in other editors, and from a table to its menu; Escape moves it back. */
export const ToolbarKeyPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const toolbar = editor.getRootElement()?.closest('.rich-text-lexical')?.querySelector('.fixed-toolbar')
    const comeBack = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      event.stopPropagation()
      editor.focus()
    }
    toolbar?.addEventListener('keydown', comeBack)
    const unregister = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key !== 'F10' || !event.altKey) return false
        const table = $isInTable() ? toolbar?.querySelector(`[data-dropdown-key='columns']`) : undefined
        const button = table ?? toolbar?.querySelector(buttons)
        if (!(button instanceof HTMLElement)) return false
        event.preventDefault()
        button.focus()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    )
    return () => {
      toolbar?.removeEventListener('keydown', comeBack)
      unregister()
    }
  }, [editor])
  return null
}
