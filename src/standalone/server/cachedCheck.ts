export type RememberedOptions = {
  /** How long an answer holds, in milliseconds. */
  holds: number
  /** After how many milliseconds without an answer it is "no". */
  patience: number
}

const within = async (check: () => Promise<boolean>, patience: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** A check that is asked often and made seldom: askers share one run, and its answer for a while. A failure is "no". */
export const cachedCheck = (check: () => Promise<boolean>, { holds, patience }: RememberedOptions) => {
  let answer: Promise<boolean> | undefined
  let expires = 0
  return (): Promise<boolean> => {
    if (answer && Date.now() < expires) return answer
    // While the check runs nobody starts another.
    expires = Infinity
    answer = within(check, patience).finally(() => {
      expires = Date.now() + holds
    })
    return answer
  }
}
