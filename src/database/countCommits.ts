import type { BaseDatabaseAdapter } from 'payload'

/** Counts the transactions that an adapter commits from now on; the returned function gives the number. */
export const countCommits = (adapter: Pick<BaseDatabaseAdapter, 'commitTransaction'>): (() => number) => {
  let commits = 0
  const commit: BaseDatabaseAdapter['commitTransaction'] = adapter.commitTransaction.bind(adapter)
  adapter.commitTransaction = async (id) => {
    await commit(id)
    commits += 1
  }
  return () => commits
}
