import type { FormValue } from './formValue.ts'

export type NewsReceiver = {
  /** Receives the value that a form holds. */
  receive: (value: string) => void
  /** Stops showing values. */
  end: () => void
}

/**
 * Shows external changes in an editor, a moment after the form has them: a form may revert at once what a late response of
 * the server has put there. `shown` returns what the editor shows, `show` shows another text.
 */
export const receiveExternalChanges = (
  form: FormValue,
  shown: () => string,
  show: (value: string) => void,
): NewsReceiver => {
  let waiting: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    waiting = undefined
  }
  return {
    receive: (value) => {
      if (form.isExternalChange(value, shown())) {
        end()
        waiting = value
        timer = setTimeout(() => {
          end()
          show(value)
        })
      } else if (value !== waiting) end()
    },
    end,
  }
}
