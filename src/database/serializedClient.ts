import {
  type Client,
  type Config,
  createClient,
  type InArgs,
  type InStatement,
  type Transaction,
  type TransactionMode,
} from '@libsql/client'

import { crossProcessLine } from './crossProcessLine.ts'
import { giveWay } from './eventLoop.ts'
import { enclosingTransaction, type TransactionStorage, transactionToOpen } from './transactionFlow.ts'
import { watchedTransaction } from './watchedTransaction.ts'
import { withExtendedCode } from './withExtendedCode.ts'
import { acquireUnlessAwaited, writerQueueOf } from './writerQueue.ts'

export type SerializedClient = {
  client: Client
  /** The transaction of each asynchronous flow. */
  flow: TransactionStorage
}

type Statements = Pick<Transaction, 'batch' | 'execute' | 'executeMultiple'>

// How long a transaction may be idle, in milliseconds, before it counts as waiting for a statement or a transaction
// that its own flow has begun outside of it; and before it counts as left open by mistake.
const statementPatience = 100
const transactionPatience = 1_000
const restingTimeout = 60_000

const selfWaiting =
  'This save is waiting for itself: it was started inside another save that is still open. Pass `req` to every operation in a hook, so that both are one transaction.'

const isRead = (sql: string): boolean => /^\s*(select|explain)\b/i.test(sql)

/**
 * A libSQL client for a file that several processes may write to. Transactions and single writes wait for each other in
 * order, within this process and across processes, up to 30 seconds each and without blocking the event loop; reads
 * never wait. A write outside of the transaction that its own asynchronous flow has open runs in that transaction once
 * the transaction is found to be waiting for it; a second transaction is refused in that case.
 */
export const serializedClient = (config: Config, file: string): SerializedClient => {
  const reader = createClient({ ...config, timeout: 0 })
  // A single connection, on which a PRAGMA stays in effect.
  const writer = createClient({ ...config, timeout: 0, concurrency: 1 })
  const line = crossProcessLine(file)
  const queue = writerQueueOf(config.url)

  const read = (statement: InStatement) => {
    const outer = enclosingTransaction(queue.flow)
    // Writes that the transaction has adopted must be visible to their author.
    return outer?.hasAdopted && outer.on
      ? outer.on.execute(statement)
      : line.reading(reader, () => reader.execute(statement))
  }

  const write = async <T>(work: (on: Statements) => Promise<T>): Promise<T> => {
    const outer = enclosingTransaction(queue.flow)
    if (outer?.hasAdopted && outer.on) return work(outer.on)
    const release = await acquireUnlessAwaited(queue, outer, statementPatience)
    if (release === undefined) {
      if (!outer?.on) throw new TypeError('Only an open transaction can wait for a statement.')
      outer.hasAdopted = true
      return work(outer.on)
    }
    try {
      return await line.writing(writer, () => work(writer))
    } finally {
      release()
    }
  }

  const transaction = async (mode: TransactionMode = 'write'): Promise<Transaction> => {
    const known = transactionToOpen(queue.flow)
    const refuse = (error: unknown): never => {
      known.state = 'ended'
      known.refusal = error
      throw error
    }
    const release =
      (await acquireUnlessAwaited(queue, known.outer, transactionPatience).catch(refuse)) ??
      refuse(new Error(selfWaiting))
    try {
      const opened = await line.writing(writer, () => writer.transaction(mode))
      return watchedTransaction(opened, {
        known,
        idleTimeout: restingTimeout,
        onEnd: (commitError) => {
          // The connection of a failed COMMIT keeps its snapshot: it reads stale data and blocks others.
          if (commitError !== undefined && !writer.closed) writer.reconnect()
          release()
        },
      })
    } catch (error) {
      release()
      return refuse(error)
    }
  }

  const execute = async (statement: InStatement | string, args?: InArgs) => {
    const full = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    const result = await (isRead(full.sql) ? read(full) : write((on) => on.execute(full))).catch(
      withExtendedCode,
    )
    await giveWay()
    return result
  }

  const client: Client = {
    batch: (statements, mode) =>
      write((on) => (on === writer ? writer.batch(statements, mode) : on.batch(statements.map(asStatement)))),
    close: () => {
      reader.close()
      writer.close()
      line.close()
    },
    get closed() {
      return writer.closed
    },
    execute,
    executeMultiple: (sql) => write((on) => on.executeMultiple(sql)),
    migrate: (statements) =>
      write((on) => (on === writer ? writer.migrate(statements) : on.batch(statements))),
    protocol: writer.protocol,
    reconnect: () => {
      reader.reconnect()
      writer.reconnect()
    },
    sync: () => writer.sync(),
    transaction,
  }
  return { client, flow: queue.flow }
}

const asStatement = (statement: InStatement | [string, InArgs?]): InStatement =>
  Array.isArray(statement) ? { sql: statement[0], args: statement[1] ?? [] } : statement
