import type { FormValue } from './formValue.ts'

export type NewsReceiver = {
  /** Takes notice of the value that a form holds. */
  receive: (value: string) => void
  /** Shows nothing any more. */
  end: () => void
}

/**
 * Shows in an editor what is news to it, a moment after the form has it: a form may take back at once what a late answer
 * of the server has put there. `shown` is what the editor shows, `show` shows another text.
 */
export const receiveNews = (
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
      if (form.isNews(value, shown())) {
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
