import type { ReactNode } from 'react'

export type DialogActionsProps = {
  onCancel: () => void
  onDone: () => void
  /** What the button says that is pressed when all is said. */
  action?: string
  isBusy?: boolean
  /** What else can be chosen, before the buttons. */
  children?: ReactNode
}

/** The last row of a dialog: what else can be chosen, a way back, and a way on. */
export const DialogActions = (props: DialogActionsProps) => {
  const { onCancel, onDone, action = 'Done', isBusy = false, children } = props
  return (
    <div className="anchored-dialog__actions">
      <span>{children}</span>
      <button className="anchored-dialog__button" onClick={onCancel} type="button">
        Cancel
      </button>
      <button
        className="anchored-dialog__button anchored-dialog__button--main"
        disabled={isBusy}
        onClick={onDone}
        type="button"
      >
        {action}
      </button>
    </div>
  )
}
