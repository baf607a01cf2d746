import type { ReactNode } from 'react'

import { useWords } from '../../../admin/useWords.ts'

export type DialogActionsProps = {
  onCancel: () => void
  onDone: () => void
  /** Label of the button that confirms the dialog. Default: Done. */
  action?: string
  isBusy?: boolean
  /** Other controls, before the buttons. */
  children?: ReactNode
}

/** The last row of a dialog: other controls, and the buttons that cancel and confirm it. */
export const DialogActions = (props: DialogActionsProps) => {
  const { onCancel, onDone, action, isBusy = false, children } = props
  const { t } = useWords()
  return (
    <div className="answerbook-anchored-dialog__actions">
      <span>{children}</span>
      <button className="answerbook-anchored-dialog__button" onClick={onCancel} type="button">
        {t('general:cancel')}
      </button>
      <button
        className="answerbook-anchored-dialog__button answerbook-anchored-dialog__button--main"
        disabled={isBusy}
        onClick={onDone}
        type="button"
      >
        {action ?? t('answerbook:editor:done')}
      </button>
    </div>
  )
}
