'use client'

import { useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { AnchoredDialog } from '../dialog/AnchoredDialog.tsx'
import { shortcuts } from './shortcuts.ts'

/** A button that lists the keys and Markdown shortcuts of the rich text editor. */
export const KeyboardHelp = () => {
  const [isOpen, setOpen] = useState(false)
  const { t } = useWords()
  const heading = t('answerbook:editor:shortcuts:heading')
  const close = (): void => setOpen(false)
  return (
    <>
      <button className="answerbook-keyboard-help__button" onClick={() => setOpen(true)} type="button">
        {heading}
      </button>
      {isOpen && (
        <AnchoredDialog label={heading} onCancel={close} onDone={close}>
          <h2 className="answerbook-anchored-dialog__heading">{heading}</h2>
          <dl className="answerbook-keyboard-help__list">
            {shortcuts(t).map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <div className="answerbook-anchored-dialog__actions">
            <span>{t('answerbook:editor:shortcuts:mac')}</span>
            <button className="answerbook-anchored-dialog__button" onClick={close} data-focus type="button">
              {t('general:close')}
            </button>
          </div>
        </AnchoredDialog>
      )}
    </>
  )
}
