'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import './AnchoredDialog.css'

export type AnchoredDialogProps = {
  /** The accessible name of the dialog. */
  label: string
  /** The element below which the dialog is placed; without one, it is in the middle of the window. */
  anchor?: Element | DOMRect | undefined
  /** Called on Escape. */
  onCancel: () => void
  /** Called on a click outside the dialog and on Control or Command with Enter. */
  onDone: () => void
  children: ReactNode
}

const gap = 8

const place = (dialog: HTMLElement, anchor: Element | DOMRect | undefined): void => {
  const { width, height } = dialog.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  const at = anchor instanceof Element ? anchor.getBoundingClientRect() : anchor
  const left = at ? at.left + at.width / 2 - width / 2 : (innerWidth - width) / 2
  const below = at ? at.bottom + gap : (innerHeight - height) / 3
  const isCovered = at !== undefined && below + height > innerHeight - gap
  const top = isCovered ? Math.max(gap, at.top - height - gap) : below
  dialog.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`
  dialog.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`
}

/**
 * A dialog placed at what it is about. It is modal: the browser traps the focus in it and restores it afterwards. The
 * control with `data-focus` gets the focus first, since `autoFocus` takes effect before the dialog is open.
 */
export const AnchoredDialog = ({ label, anchor, onCancel, onDone, children }: AnchoredDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (!element.open) {
      element.showModal()
      element.querySelector<HTMLElement>('[data-focus]')?.focus()
    }
    const replace = (): void => place(element, anchor)
    replace()
    const size = new ResizeObserver(replace)
    size.observe(element)
    window.addEventListener('resize', replace)
    return () => {
      size.disconnect()
      window.removeEventListener('resize', replace)
    }
  }, [anchor])

  // Events inside a dialog must not reach the form around it.
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      onCancel()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onDone()
    }
  }

  return createPortal(
    <dialog
      aria-label={label}
      className="answerbook-anchored-dialog"
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onDone()
      }}
      ref={dialog}
    >
      <div className="answerbook-anchored-dialog__body">{children}</div>
    </dialog>,
    document.body,
  )
}
