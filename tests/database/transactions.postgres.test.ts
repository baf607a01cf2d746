import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { poolOf } from '../../src/database/postgresConnections.ts'
import { documentsOf } from '../../src/documents/documents.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type Booted, bootPayload, skipped } from '../helpers/bootPayload.ts'
import { executeOn } from './executeOn.ts'

describe.skipIf(skipped())('transactions of Postgres', () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  const pool = () => {
    const found = poolOf(booted.payload.db)
    if (!found) throw new Error('There are no connections.')
    return found
  }
  const save = (from: string, afterwards: (id: string) => Promise<unknown> = () => Promise.resolve()) =>
    inTransaction(booted.payload, {}, async (req) => {
      await documentsOf(booted.payload).create({ collection: 'redirects', data: { from, to: '/x' }, req })
      await afterwards(String(await req.transactionID))
    })
  const count = (from: string) =>
    documentsOf(booted.payload).count({ collection: 'redirects', where: { from: { equals: from } } })
  const execute = (id: string, statement: string): Promise<void> =>
    executeOn(Reflect.get(booted.payload.db.sessions[id] ?? {}, 'db'), statement)

  const failures: [name: string, from: string, fail: (id: string) => Promise<unknown>, sentence: string][] = [
    [
      'breaks a deferred constraint',
      '/deferred',
      (id) => execute(id, "INSERT INTO children VALUES ('nobody')"),
      'Nothing was saved: the database could not commit.',
    ],
    [
      'had a statement that failed, whoever caught its error,',
      '/caught',
      (id) => execute(id, 'SELECT 1 / 0').catch(() => undefined),
      'Nothing was saved: a statement of the transaction had failed before.',
    ],
    [
      'has lost its connection',
      '/lost',
      async (id) => {
        await execute(id, "SET LOCAL application_name = 'lost'")
        await pool().query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lost'",
        )
      },
      'Nothing was saved: the database could not commit.',
    ],
  ]
  it.each(failures)(
    'a transaction that %s is an error, and later ones succeed',
    async (_, from, fail, sentence) => {
      await pool().query(`
      CREATE TABLE IF NOT EXISTS parents (id text PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS children (parent text REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)`)
      await expect(save(from, fail)).rejects.toThrow(sentence)
      expect(await count(from)).toBe(0)
      await save(from)
      expect(await count(from)).toBe(1)
    },
  )

  it('40 simultaneous transactions, each with a read beside it, all get a connection', async () => {
    const saves = Array.from({ length: 40 }, (_, at) => save(`/many-${at}`, () => count('/nothing')))
    await Promise.all(saves)
    expect(await count('/many-39')).toBe(1)
  })

  it('a transaction that cannot be begun leaves no connection behind', async () => {
    // Open connections have their method already.
    const clients = await Promise.all(Array.from({ length: pool().totalCount }, () => pool().connect()))
    const driver = Reflect.getPrototypeOf(clients[0] ?? {}) ?? {}
    for (const client of clients) client.release(true)
    const query: unknown = Reflect.get(driver, 'query')
    if (typeof query !== 'function') throw new Error('The driver has no method for statements.')
    Reflect.set(driver, 'query', function (this: unknown, ...args: unknown[]): unknown {
      return JSON.stringify(args[0]).includes('begin')
        ? Promise.reject(new Error('out of memory'))
        : Reflect.apply(query, this, args)
    })
    try {
      for (let at = 0; at < 30; at += 1)
        await expect(save('/refused')).rejects.toThrow('cannot begin transaction')
    } finally {
      Reflect.set(driver, 'query', query)
    }
    expect(pool().totalCount).toBe(pool().idleCount)
    await save('/accepted')
  })

  it('no connection has an open transaction after Payload has ended', async () => {
    const { BasePayload } = await import('payload')
    const second = await new BasePayload().init({ config: booted.config, disableOnInit: true })
    const opened = poolOf(second.db)
    await second.db.beginTransaction()
    await second.destroy()
    expect(opened?.totalCount).toBe(0)
  })
})
