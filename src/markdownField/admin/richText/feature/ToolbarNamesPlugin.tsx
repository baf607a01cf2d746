'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect } from 'react'

import { kinds } from '../kinds.ts'

const names: Record<string, string> = {
  indentDecrease: 'Indent less',
  indentIncrease: 'Indent more',
  bold: 'Bold (Ctrl B)',
  italic: 'Italic (Ctrl I)',
  strikethrough: 'Strikethrough',
  inlineCode: 'Code in the line',
  ...Object.fromEntries(
    kinds.flatMap(({ items = [] }) => items).map(({ key, label, buttonName = label }) => [key, buttonName]),
  ),
}

const menuNames: Record<string, string> = {
  align: 'Align',
  text: 'Kind of paragraph',
  ...Object.fromEntries(kinds.flatMap(({ menus = [] }) => menus).map(({ group, name }) => [group.key, name])),
}

const nameMenus = (toolbar: Element): void => {
  for (const button of toolbar.querySelectorAll<HTMLElement>('[data-dropdown-key]')) {
    const name = menuNames[button.dataset.dropdownKey ?? '']
    if (name === undefined || button.title === name) continue
    button.title = name
    button.setAttribute('aria-label', name)
    button.setAttribute('aria-haspopup', 'true')
  }
}

const nameAll = (toolbar: Element): void => {
  nameMenus(toolbar)
  for (const button of toolbar.querySelectorAll<HTMLElement>('[data-button-key]')) {
    const name = names[button.dataset.buttonKey ?? '']
    if (name === undefined || button.title === name) continue
    button.title = name
    button.setAttribute('aria-label', name)
  }
}

/** Names the buttons of Payload's toolbar, which are icons to it, for eyes and for screen readers. */
export const ToolbarNamesPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  useEffect(() => {
    const toolbar = editor.getRootElement()?.closest('.rich-text-lexical')?.querySelector('.fixed-toolbar')
    if (!toolbar) return
    nameAll(toolbar)
    const changes = new MutationObserver(() => nameAll(toolbar))
    changes.observe(toolbar, { childList: true, subtree: true })
    return () => changes.disconnect()
  }, [editor, isEditable])
  return null
}
