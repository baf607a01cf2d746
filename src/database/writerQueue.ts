import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'

import { Mutex, withTimeout } from 'async-mutex'

import { BusyError } from './refusals.ts'
import type { OpenTransaction, TransactionStorage } from './transactionFlow.ts'

/** The writers of a process to one file: one at a time, in order. */
export type WriterQueue = {
  /** Waits for the turn; throws after 30 seconds. Returns a function that ends it. */
  acquire: () => Promise<() => void>
  flow: TransactionStorage
}

export const waitMilliseconds = 30_000

// Production bundles this file a second time for Next; only the global object is shared.
const registry = Symbol.for('answerbook.sqlite.writers')

const isQueue = (value: unknown): value is WriterQueue =>
  typeof value === 'object' && value !== null && 'acquire' in value && 'flow' in value

/** The queue of a file, shared by everything in this process that opens it. */
export const writerQueueOf = (file: string): WriterQueue => {
  const known: unknown = Reflect.get(globalThis, registry)
  const queues = known instanceof Map ? known : new Map<string, WriterQueue>()
  Reflect.set(globalThis, registry, queues)
  const queue: unknown = queues.get(file)
  if (isQueue(queue)) return queue
  const mutex = withTimeout(
    new Mutex(),
    waitMilliseconds,
    new BusyError('The database is busy: another save took longer than 30 seconds. Try again.'),
  )
  const created = { acquire: () => mutex.acquire(), flow: new AsyncLocalStorage<OpenTransaction>() }
  queues.set(file, created)
  return created
}

// A timer may fire late, together with what the transaction waits for, which goes first.
const restsFor = async (transaction: OpenTransaction, idleTimeout: number): Promise<boolean> => {
  const before = transaction.statements
  await pause(idleTimeout)
  await turn()
  return transaction.state === 'open' && transaction.statements === before
}

/**
 * Waits for the turn. Undefined if the transaction that is open around the caller is found to be waiting for it: it has
 * run no statement for `idleTimeout` milliseconds.
 */
export const acquireUnlessAwaited = async (
  { acquire }: WriterQueue,
  outer: OpenTransaction | undefined,
  idleTimeout: number,
): Promise<(() => void) | undefined> => {
  const asked = acquire()
  if (outer === undefined) return asked
  const untilAwaited = async (): Promise<(() => void) | undefined> => {
    while (outer.state === 'open') {
      if (await restsFor(outer, idleTimeout)) return undefined
    }
    return asked
  }
  const release = await Promise.race([asked, untilAwaited()])
  if (release === undefined) {
    void asked.then(
      (late) => late(),
      () => undefined,
    )
  }
  return release
}
