'use client'

import { useState } from 'react'

import { AnchoredDialog } from '../dialog/AnchoredDialog.tsx'
import { shortcuts } from './shortcuts.ts'

/** A button that lists the keys of the rich editor, and what can be typed as Markdown. */
export const KeyboardHelp = () => {
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <button className="keyboard-help__button" onClick={() => setOpen(true)} type="button">
        Keyboard shortcuts
      </button>
      {isOpen && (
        <AnchoredDialog label="Keyboard shortcuts" onCancel={close} onDone={close}>
          <h2 className="anchored-dialog__heading">Keyboard shortcuts</h2>
          <dl className="keyboard-help__list">
            {shortcuts.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <div className="anchored-dialog__actions">
            <span>On a Mac, use Command for Ctrl.</span>
            <button className="anchored-dialog__button" onClick={close} data-focus type="button">
              Close
            </button>
          </div>
        </AnchoredDialog>
      )}
    </>
  )
}
