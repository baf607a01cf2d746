/** The result of a request: milliseconds from when it was due until its response, and why it failed. */
export type Answered = { milliseconds: number; failure?: string }

const tickMilliseconds = 2

/**
 * Makes requests at a fixed interval in milliseconds, like people do, regardless of how long earlier ones take. If a
 * request is late because the event loop was blocked, its time counts from when it was due. Returns a function that stops:
 * it waits for open requests and returns all results.
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
