export type FormValue = {
  /** Notes a value that the editor gives to the form. */
  sent: (value: string) => void
  /** Whether a value that the form holds is news to an editor that shows `shown`. */
  isNews: (value: string, shown: string) => boolean
}

/**
 * Tells what a form hands back late from what somebody else put there. A form shows a value some renders after it was
 * given; who types on meanwhile must not be set back to it.
 */
export const formValue = (initial: string): FormValue => {
  let last = initial
  let pending: string[] = []
  return {
    sent: (value) => {
      pending.push(value)
    },
    isNews: (value, shown) => {
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
