'use client'

import { stopLexicalPropagation } from '@payloadcms/richtext-lexical/lexical'
import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react'

export type Leaving = 'after' | 'before' | 'emptied'

export type InPlaceTextProps = {
  label: string
  value: string
  readOnly: boolean
  /** The text that Tab inserts; without it, Tab moves the focus. */
  indent?: string
  onChange: (text: string) => void
  /** Called on Escape, on an arrow key at either end of the text, and on Backspace if there is no text. */
  onLeave: (to: Leaving) => void
} & Pick<ComponentProps<'textarea'>, 'className' | 'onFocus' | 'spellCheck'>

// Events that the surrounding editor would otherwise handle.
const events = [
  'beforeinput',
  'compositionend',
  'compositionstart',
  'copy',
  'cut',
  'dragover',
  'dragstart',
  'drop',
  'input',
  'keydown',
  'keyup',
  'paste',
]

const leavingOf = ({
  key,
  currentTarget,
  shiftKey,
}: KeyboardEvent<HTMLTextAreaElement>): Leaving | undefined => {
  const { selectionStart, selectionEnd, value } = currentTarget
  if (key === 'Escape') return 'after'
  if (selectionStart !== selectionEnd || shiftKey) return undefined
  if (key === 'Backspace' && value === '') return 'emptied'
  if ((key === 'ArrowUp' || key === 'ArrowLeft') && selectionStart === 0) return 'before'
  if ((key === 'ArrowDown' || key === 'ArrowRight') && selectionStart === value.length) return 'after'
  return undefined
}

/** Plain text that is edited within a rich text editor, with its own keys and undo history. */
export const InPlaceText = ({
  label,
  value,
  readOnly,
  indent,
  onChange,
  onLeave,
  ...rest
}: InPlaceTextProps) => {
  const area = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const listening = new AbortController()
    for (const event of events)
      area.current?.addEventListener(event, stopLexicalPropagation, { signal: listening.signal })
    return () => listening.abort()
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const leaving = leavingOf(event)
    if (leaving) {
      event.preventDefault()
      event.stopPropagation()
      onLeave(leaving)
    } else if (event.key === 'Tab' && !event.shiftKey && indent !== undefined && !readOnly) {
      event.preventDefault()
      // The only way to insert text that the browser's own undo knows about.
      document.execCommand('insertText', false, indent)
    }
  }

  return (
    <textarea
      {...rest}
      aria-label={label}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={onKeyDown}
      readOnly={readOnly}
      ref={area}
      rows={value.split('\n').length}
      // If Tab inserts text, it must not lead here: keyboard users could not get out. Enter opens the text, Escape
      // leaves it.
      tabIndex={indent === undefined ? 0 : -1}
      value={value}
    />
  )
}
