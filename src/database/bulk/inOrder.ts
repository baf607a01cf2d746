/**
 * Runs writes one after the other while the caller goes on, so that a database works on rows while the next ones are made.
 * After an error, the rest is not begun.
 */
export const inOrder = () => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    begin: (write: () => Promise<unknown>): void => {
      last = last.then(write)
      // `done` throws the error.
      last.catch(() => undefined)
    },
    /** Resolves once all writes are done. Throws the error of the first one that failed. */
    done: async (): Promise<void> => {
      await last
    },
    /** Resolves once no write is running, also after an error. */
    settled: async (): Promise<void> => {
      await last.catch(() => undefined)
    },
  }
}
