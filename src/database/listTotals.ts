import { LRUCache } from 'lru-cache'

/** Up to how many documents a list is counted each time it is shown. */
export const maxCounted = 1_000

/** Up to how many documents the total of a list is counted anew as soon as this process has committed something. */
export const maxFresh = 10_000

const holdsMilliseconds = 60_000

/** Two ways to count what a list has. */
export type Counting = {
  /** Up to so many, as the one who asks sees it. */
  now: (most: number) => Promise<number>
  /** Up to so many, or to the end; perhaps when the transaction of the one who asks has ended. */
  later: (most?: number) => Promise<number>
}

type Total = { documents: number; commits: number }

/**
 * Totals of lists at a price that does not grow with them. A short list is counted each time. The total of a longer one is
 * kept: up to `maxFresh` documents until `commits`, how often this process has committed, is another; beyond that, and
 * whatever other processes commit, for a minute. After that the old total of a very long list is shown once more, while
 * the list is counted anew. `key` names what is counted.
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
