export type FormValue = {
  /** Records a value that the editor gives to the form. */
  sent: (value: string) => void
  /** Whether the form's value comes from elsewhere and is new to an editor that shows `shown`. */
  isExternalChange: (value: string, shown: string) => boolean
}

/**
 * Distinguishes a value that a form returns late from one that was set by someone else. A form shows a value some renders
 * after it was given; a user who keeps typing must not be set back to it.
 */
export const formValue = (initial: string): FormValue => {
  let last = initial
  let pending: string[] = []
  return {
    sent: (value) => {
      pending.push(value)
    },
    isExternalChange: (value, shown) => {
      if (value === shown) {
        last = value
        pending = []
        return false
      }
      if (value === last) return false
      last = value
      const echo = pending.indexOf(value)
      pending = pending.slice(echo + 1)
      return echo === -1 || pending.length === 0
    },
  }
}
