import type { Transaction } from '@libsql/client'

/** A transaction of SQLite, from the moment it is requested until it has ended. */
export type OpenTransaction = {
  state: 'asked for' | 'open' | 'ended'
  /** Where its statements run while it is open. */
  on?: Pick<Transaction, 'batch' | 'execute' | 'executeMultiple'>
  /** The number of statements it has run. If it stops growing, the transaction is waiting for something. */
  statements: number
  /** Whether it has adopted a statement that was meant to run outside of it. */
  hasAdopted: boolean
  /** Why it could not be opened. */
  refusal?: unknown
  /** Why its COMMIT failed. */
  commitError?: unknown
  /** The transaction that was open when this one was requested. */
  outer?: OpenTransaction
}

/** Where an asynchronous flow stores the transaction that it has requested last. */
export type TransactionStorage = {
  getStore: () => OpenTransaction | undefined
  enterWith: (transaction: OpenTransaction) => void
}

const nearestOpen = (transaction: OpenTransaction | undefined): OpenTransaction | undefined =>
  transaction === undefined || transaction.state === 'open' ? transaction : nearestOpen(transaction.outer)

/** The transaction that is open in the current asynchronous flow; the innermost of several. */
export const enclosingTransaction = (storage: TransactionStorage): OpenTransaction | undefined =>
  nearestOpen(storage.getStore())

/** A transaction to be opened, nested in the one that the current flow has open. */
export const askedTransaction = (storage: TransactionStorage): OpenTransaction => {
  const outer = enclosingTransaction(storage)
  return { state: 'asked for', statements: 0, hasAdopted: false, ...(outer ? { outer } : {}) }
}

/**
 * Makes a transaction visible in the current flow: to everything that runs from here, and to every caller that awaits
 * it before anything else. Sibling flows each get their own, since none is open yet when the next one is begun.
 */
export const enterTransaction = (storage: TransactionStorage): OpenTransaction => {
  const asked = askedTransaction(storage)
  storage.enterWith(asked)
  return asked
}

/** The transaction to open now: the one that the flow has requested, or a new one. */
export const transactionToOpen = (storage: TransactionStorage): OpenTransaction => {
  const asked = storage.getStore()
  return asked?.state === 'asked for' ? asked : askedTransaction(storage)
}
