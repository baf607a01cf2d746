import { setTimeout as wait } from 'node:timers/promises'

import type { BaseDatabaseAdapter } from 'payload'

import { hasErrorLabel } from './databaseError.ts'

type Adapter = Pick<BaseDatabaseAdapter, 'commitTransaction' | 'sessions'>

/** A session of the driver. */
type Session = { commitTransaction: () => Promise<void> }

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'commitTransaction' in value

/** How long a commit with an unknown result is repeated, in milliseconds. An election takes about 10 seconds. */
const patience = 30_000

const maxPause = 1_000

/**
 * Commits that are repeated while MongoDB cannot say whether they happened, because the connection or the primary was lost.
 * Only the commit may be repeated then, and not the work: it may have been committed. The driver repeats it once.
 * https://www.mongodb.com/docs/manual/core/transactions-in-applications/#unknowntransactioncommitresult
 */
export const repeatedCommits = (adapter: Adapter): Pick<Adapter, 'commitTransaction'> => {
  const commit: Adapter['commitTransaction'] = adapter.commitTransaction.bind(adapter)
  return {
    commitTransaction: async (incoming) => {
      const id = await incoming
      const session: unknown = adapter.sessions?.[id]
      const began = performance.now()
      let attempt = () => commit(id)
      for (let tries = 1; ; tries += 1) {
        try {
          await attempt()
          return
        } catch (error) {
          const isUnknown = hasErrorLabel(error, 'UnknownTransactionCommitResult')
          if (!isSession(session) || !isUnknown || performance.now() - began > patience) throw error
        }
        await wait(Math.random() * Math.min(maxPause, 50 * 2 ** tries))
        // The adapter has forgotten the session.
        attempt = () => session.commitTransaction()
      }
    },
  }
}
