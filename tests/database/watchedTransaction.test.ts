import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { OpenTransaction } from '../../src/database/transactionFlow.ts'
import { watchedTransaction } from '../../src/database/watchedTransaction.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'answerbook-watched-'))
})
afterAll(() => rmSync(folder, { force: true, recursive: true }))

it('a transaction that nobody ends is rolled back, and its COMMIT is an error', async () => {
  const client = createClient({ url: `file:${path.join(folder, 'left-open.db')}`, concurrency: 1 })
  await client.execute('CREATE TABLE rows (text TEXT)')
  const known: OpenTransaction = { state: 'asked for', statements: 0, hasAdopted: false }
  const opened = await client.transaction('write')
  const ended = new Promise<void>((resolve) => {
    const watched = watchedTransaction(opened, { known, idleTimeout: 50, onEnd: () => resolve() })
    void watched.execute("INSERT INTO rows VALUES ('lost')")
  })
  expect(known).toMatchObject({ state: 'open', statements: 1 })
  await ended
  await expect(opened.commit()).rejects.toThrow()
  expect(known).toMatchObject({ state: 'ended', commitError: expect.anything() })
  expect((await client.execute('SELECT * FROM rows')).rows).toEqual([])
  client.close()
})

it('a transaction whose COMMIT fails holds no lock, even before its statements are garbage', async () => {
  const url = `file:${path.join(folder, 'not-committed.db')}`
  const client = createClient({ url, concurrency: 1 })
  await client.execute('CREATE TABLE rows (text TEXT)')
  const known: OpenTransaction = { state: 'asked for', statements: 0, hasAdopted: false }
  const opened = await client.transaction('write')
  const commit = () => Promise.reject(new Error('The disk is full.'))
  const watched = watchedTransaction(Object.assign(opened, { commit }), {
    known,
    idleTimeout: 60_000,
    onEnd: () => client.reconnect(),
  })
  await watched.execute("INSERT INTO rows VALUES ('lost')")
  await expect(watched.commit()).rejects.toThrow('The disk is full.')
  const other = createClient({ url, timeout: 0 })
  await other.execute("INSERT INTO rows VALUES ('kept')")
  expect((await other.execute('SELECT * FROM rows')).rows).toEqual([{ text: 'kept' }])
  other.close()
  client.close()
})
