import { LRUCache } from 'lru-cache'

/** Up to this many documents, a list is counted each time it is shown. */
export const maxCounted = 1_000

/** Up to this many documents, the total of a list is recounted as soon as this process has committed something. */
export const maxFresh = 10_000

const holdsMilliseconds = 60_000

/** Two ways to count the documents of a list. */
export type Counting = {
  /** Counts up to `limit`, as seen by the transaction of the request. */
  now: (limit: number) => Promise<number>
  /** Counts up to `limit`, or all; possibly after the transaction of the request has ended. */
  later: (limit?: number) => Promise<number>
}

type Total = { documents: number; commits: number }

/**
 * Totals of lists at a cost that does not grow with the lists. A short list is counted each time. The total of a longer
 * one is cached: up to `maxFresh` documents until `commits`, the number of commits of this process, changes; beyond
 * that, and regardless of commits by other processes, for a minute. Afterwards the old total of a very long list is
 * shown once more while the list is recounted. `key` identifies what is counted.
 */
export const listTotals = (commits: () => number) => {
  const kept = new LRUCache<string, Total, Counting>({
    max: 1_000,
    ttl: holdsMilliseconds,
    allowStale: true,
    fetchMethod: async (_key, _stale, { context }) => {
      const before = commits()
      const some = await context.later(maxFresh + 1)
      return { documents: some > maxFresh ? await context.later() : some, commits: before }
    },
  })
  const isOld = (key: string, { commits: then, documents }: Total): boolean =>
    documents <= maxFresh && (then !== commits() || !kept.has(key))
  return async (key: string, counting: Counting): Promise<number> => {
    const known = kept.peek(key, { allowStale: true })
    if (known && isOld(key, known)) kept.delete(key)
    if (!known) {
      const total = await counting.now(maxCounted + 1)
      if (total <= maxCounted) return total
    }
    const total = await kept.fetch(key, { context: counting })
    if (total && total.documents > maxCounted) return total.documents
    kept.delete(key)
    return counting.now(maxCounted + 1)
  }
}
