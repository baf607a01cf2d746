import { setTimeout as wait } from 'node:timers/promises'

import type { BaseDatabaseAdapter } from 'payload'

import { hasErrorLabel } from './databaseError.ts'

type Adapter = Pick<BaseDatabaseAdapter, 'commitTransaction' | 'sessions'>

/** A session of the driver. */
type Session = {
  client: { db: (name: string) => { command: (command: object) => Promise<unknown> } }
  commitTransaction: () => Promise<void>
  endSession: () => Promise<void>
  id: unknown
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'client' in value && 'commitTransaction' in value

/** How long a commit with an unknown result is repeated, in milliseconds. An election takes about 10 seconds. */
const patience = 30_000

const maxPause = 1_000

/**
 * Ends a transaction whose commit has failed, which neither the adapter nor the driver does: it would keep others from
 * writing the same documents for a minute.
 */
const end = async (session: Session): Promise<void> => {
  try {
    await session.client.db('admin').command({ killSessions: [session.id] })
    await session.endSession()
  } catch {
    // The server cannot be reached, and ends the transaction itself.
  }
}

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
          if (!isSession(session)) throw error
          const isUnknown = hasErrorLabel(error, 'UnknownTransactionCommitResult')
          if (!isUnknown || performance.now() - began > patience) {
            await end(session)
            throw error
          }
          // The adapter has forgotten the session.
          attempt = () => session.commitTransaction()
        }
        await wait(Math.random() * Math.min(maxPause, 50 * 2 ** tries))
      }
    },
  }
}
