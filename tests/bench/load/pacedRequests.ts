/** The result of a request: milliseconds from when it was due until its response, and why it failed. */
export type Answered = { milliseconds: number; failure?: string }

const tickMilliseconds = 2

/**
 * Makes a request every so many milliseconds, however long those before it take, as people do. One that is made late,
 * since something else held the event loop, has waited from when it was due. Returns what ends it: it waits for the
 * requests that are open, and answers with all of them.
 */
export const pacedRequests = (
  everyMilliseconds: number,
  request: () => Promise<unknown>,
): (() => Promise<Answered[]>) => {
  const began = performance.now()
  const open: Promise<Answered>[] = []
  const makeOne = async (due: number): Promise<Answered> => {
    const waited = (): number => performance.now() - due
    try {
      await request()
      return { milliseconds: waited() }
    } catch (error) {
      return { milliseconds: waited(), failure: error instanceof Error ? error.message : String(error) }
    }
  }
  const timer = setInterval(() => {
    for (;;) {
      const due = began + open.length * everyMilliseconds
      if (due > performance.now()) return
      open.push(makeOne(due))
    }
  }, tickMilliseconds)
  return () => {
    clearInterval(timer)
    return Promise.all(open)
  }
}
