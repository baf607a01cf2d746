export type RememberedOptions = {
  /** How long a result is cached, in milliseconds. */
  holds: number
  /** After this time without a result, in milliseconds, it counts as "no". */
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

/** A check that is requested often and run rarely: callers share one run, and its result for a while. A failure is "no". */
export const cachedCheck = (check: () => Promise<boolean>, { holds, patience }: RememberedOptions) => {
  let answer: Promise<boolean> | undefined
  let expires = 0
  return (): Promise<boolean> => {
    if (answer && Date.now() < expires) return answer
    // While the check is running, nobody starts another.
    expires = Infinity
    answer = within(check, patience).finally(() => {
      expires = Date.now() + holds
    })
    return answer
  }
}
