export type CachedCheckOptions = {
  /** How long a result is cached, in milliseconds. */
  ttl: number
  /** After this time without a result, in milliseconds, it counts as "no". */
  timeout: number
}

const within = async (check: () => Promise<boolean>, timeout: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, timeout, false)
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
export const cachedCheck = (check: () => Promise<boolean>, { ttl, timeout }: CachedCheckOptions) => {
  let answer: Promise<boolean> | undefined
  let expires = 0
  return (): Promise<boolean> => {
    if (answer && Date.now() < expires) return answer
    // While the check is running, nobody starts another.
    expires = Infinity
    answer = within(check, timeout).finally(() => {
      expires = Date.now() + ttl
    })
    return answer
  }
}
