import { LRUCache } from 'lru-cache'

/** Up to how many documents a list is counted each time it is shown. */
export const mostCounted = 10_000

const holdsMilliseconds = 60_000

/** Two ways to count what a list has: up to one more than `mostCounted`, and to the end. */
export type Counting = { capped: () => Promise<number>; exact: () => Promise<number> }

/**
 * Totals of lists at a price that does not grow with them. A short list is counted each time. The total of one that is
 * longer than `mostCounted` is counted once and kept for a minute; after that the old total is shown once more, while the
 * list is counted anew. `key` names what is counted.
 */
export const listTotals = () => {
  const kept = new LRUCache<string, number, Counting>({
    max: 1_000,
    ttl: holdsMilliseconds,
    allowStale: true,
    fetchMethod: (_key, _stale, { context }) => context.exact(),
  })
  return async (key: string, counting: Counting): Promise<number> => {
    if (kept.peek(key, { allowStale: true }) === undefined) {
      const total = await counting.capped()
      if (total <= mostCounted) return total
    }
    const total = await kept.fetch(key, { context: counting })
    if (total !== undefined && total > mostCounted) return total
    kept.delete(key)
    return counting.capped()
  }
}
