'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect } from 'react'

import type { Translate } from '../../../../admin/useWords.ts'
import type { AnswerbookKey } from '../../../../translations/translate.ts'
import { kinds } from '../kinds.ts'
import { useRichTextSettings } from '../RichTextContext.ts'

const names: Record<string, AnswerbookKey> = {
  indentDecrease: 'answerbook:editor:menu:indentLess',
  indentIncrease: 'answerbook:editor:menu:indentMore',
  bold: 'answerbook:editor:menu:bold',
  italic: 'answerbook:editor:menu:italic',
  strikethrough: 'answerbook:editor:menu:strikethrough',
  inlineCode: 'answerbook:editor:menu:inlineCode',
  ...Object.fromEntries(
    kinds.flatMap(({ items = [] }) => items).map(({ key, label, buttonName = label }) => [key, buttonName]),
  ),
}

const menuNames: Record<string, AnswerbookKey> = {
  align: 'answerbook:editor:menu:align',
  text: 'answerbook:editor:menu:paragraphStyle',
  ...Object.fromEntries(kinds.flatMap(({ menus = [] }) => menus).map(({ group, name }) => [group.key, name])),
}

const nameMenus = (toolbar: Element, t: Translate): void => {
  for (const button of toolbar.querySelectorAll<HTMLElement>('[data-dropdown-key]')) {
    const key = menuNames[button.dataset.dropdownKey ?? '']
    const name = key && t(key)
    if (name === undefined || button.title === name) continue
    button.title = name
    button.setAttribute('aria-label', name)
    button.setAttribute('aria-haspopup', 'true')
  }
}

const nameAll = (toolbar: Element, t: Translate): void => {
  nameMenus(toolbar, t)
  for (const button of toolbar.querySelectorAll<HTMLElement>('[data-button-key]')) {
    const key = names[button.dataset.buttonKey ?? '']
    const name = key && t(key)
    if (name === undefined || button.title === name) continue
    button.title = name
    button.setAttribute('aria-label', name)
  }
}

/** Gives the icon buttons of Payload's toolbar names, as tooltips and for screen readers. */
export const ToolbarNamesPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const { t } = useRichTextSettings()
  useEffect(() => {
    const toolbar = editor.getRootElement()?.closest('.rich-text-lexical')?.querySelector('.fixed-toolbar')
    if (!toolbar) return
    nameAll(toolbar, t)
    const changes = new MutationObserver(() => nameAll(toolbar, t))
    changes.observe(toolbar, { childList: true, subtree: true })
    return () => changes.disconnect()
  }, [editor, isEditable, t])
  return null
}
