import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import {
  enclosingTransaction,
  enterTransaction,
  type OpenTransaction,
  transactionToOpen,
} from '../../src/database/transactionFlow.ts'

describe('the transaction of an asynchronous flow', () => {
  const storage = new AsyncLocalStorage<OpenTransaction>()

  // As an adapter begins a transaction, and as Payload awaits it.
  const begin = async (): Promise<OpenTransaction> => {
    const asked = enterTransaction(storage)
    await turn()
    asked.state = 'open'
    return asked
  }
  const initialize = async () => {
    const begun = begin().then((transaction) => transaction)
    return await begun
  }
  const operation = async (inside: (own: OpenTransaction) => Promise<void>): Promise<void> => {
    const own = await initialize()
    await turn()
    await inside(own)
    own.state = 'ended'
  }
  const alone = (work: () => Promise<void>) => storage.exit(work)

  it('a transaction is known to code that awaits its beginning, and to everything called from there, until it ends', () =>
    alone(async () => {
      expect(enclosingTransaction(storage)).toBeUndefined()
      await operation(async (own) => {
        expect(enclosingTransaction(storage)).toBe(own)
        await Promise.all(
          [1, 2].map(() => turn().then(() => expect(enclosingTransaction(storage)).toBe(own))),
        )
      })
      expect(enclosingTransaction(storage)).toBeUndefined()
    }))

  it('a transaction is unknown to one that is begun beside it', () =>
    alone(async () => {
      const inside = async (own: OpenTransaction) => {
        for (let at = 0; at < 5; at += 1) {
          await turn()
          expect(enclosingTransaction(storage)).toBe(own)
        }
        expect(own.outer).toBeUndefined()
      }
      await Promise.all([operation(inside), operation(inside), operation(inside)])
    }))

  it('a transaction is known to a nested one, and current again when that has ended', () =>
    alone(() =>
      operation(async (outer) => {
        await operation(async (inner) => {
          expect(inner.outer).toBe(outer)
          expect(enclosingTransaction(storage)).toBe(inner)
        })
        expect(enclosingTransaction(storage)).toBe(outer)
        expect(transactionToOpen(storage).outer).toBe(outer)
      }),
    ))
})
