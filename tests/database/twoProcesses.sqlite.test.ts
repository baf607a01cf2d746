import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectionOf } from '../../src/database/sqliteConnections.ts'
import { documentsOf } from '../../src/documents/documents.ts'
import { inTransaction } from '../../src/documents/transaction.ts'
import { type Booted, bootPayload } from '../helpers/bootPayload.ts'
import { makeUsers } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

const program = fileURLToPath(new URL('./otherProcess.ts', import.meta.url))
const counting = fileURLToPath(new URL('./countingProcess.ts', import.meta.url))

// Two transactions of the other process, and a machine that does other things.
const limit = 10_000

describe('two processes on one SQLite file', () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
    await makeUsers(booted.payload)
  })
  afterAll(() => booted.close())

  const save = (from: string) =>
    rest(booted.config, 'redirects', { as: 'editor', method: 'POST', body: { from, to: '/x' } })

  const fileOf = (): string => {
    const connection = connectionOf(booted.payload.db)
    if (!connection) throw new Error('No SQLite file is open.')
    return connection.file
  }

  type Other = { child: ChildProcess; next: (line: string) => Promise<void>; transactions: () => number }

  const startOther = async (kind: 'ours' | 'foreign'): Promise<Other> => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, fileOf(), kind], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let transactions = 0
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      if (line === 'committed') transactions += 1
    })
    const next = (wanted: string) =>
      new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => {
          if (line === wanted) resolve()
        })
        child.once('exit', (code) => reject(new Error(`The other process ended with ${code}.`)))
      })
    await next('open')
    return { child, next, transactions: () => transactions }
  }

  const kill = async ({ child }: Other): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  it.each(['ours', 'foreign'] as const)('every save succeeds beside one of %s', async (kind) => {
    const other = await startOther(kind)
    const waits: number[] = []
    try {
      for (let at = 0; at < 8; at += 1) {
        const began = performance.now()
        const { status } = await save(`/beside-${kind}-${at}`)
        expect([at, status]).toEqual([at, 201])
        waits.push(performance.now() - began)
      }
      expect(Math.max(...waits)).toBeLessThan(limit)
      expect(other.transactions()).toBeGreaterThan(0)
    } finally {
      await kill(other)
    }
    expect((await save(`/after-${kind}`)).status).toBe(201)
    const { docs } = await booted.payload.find({ collection: 'redirects', where: { from: { like: kind } } })
    expect(docs).toHaveLength(9)
  })

  it('both processes get their turn, however much one of them writes', async () => {
    const other = await startOther('ours')
    try {
      const before = other.transactions()
      for (let at = 0; at < 200 && other.transactions() < before + 2; at += 1) {
        await inTransaction(booted.payload, {}, (req) =>
          documentsOf(booted.payload).create({
            collection: 'redirects',
            data: { from: `/much-${at}`, to: '/x' },
            req,
          }),
        )
      }
      expect(other.transactions()).toBeGreaterThanOrEqual(before + 2)
    } finally {
      await kill(other)
    }
  })

  it('a process that is killed during its transaction blocks nothing', async () => {
    const other = await startOther('ours')
    await other.next('open')
    await kill(other)
    const began = performance.now()
    expect((await save('/after-the-end')).status).toBe(201)
    expect(performance.now() - began).toBeLessThan(limit)
  })

  it('transactions of three processes at once and in turn are all committed', async () => {
    const { client } = connectionOf(booted.payload.db) ?? {}
    if (!client) throw new Error('No SQLite file is open.')
    await client.executeMultiple('CREATE TABLE counted (n INTEGER); INSERT INTO counted VALUES (0)')
    const count = (times: number, rest: number): Promise<unknown> => {
      const args = ['--import', 'tsx', counting, fileOf(), String(times), String(rest)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
      return new Promise((resolve) => child.once('exit', resolve))
    }
    const countHere = async (): Promise<void> => {
      const transaction = await client.transaction('write')
      const { rows } = await transaction.execute('SELECT n FROM counted')
      await transaction.execute({ sql: 'UPDATE counted SET n = ?', args: [Number(rows[0]?.n) + 1] })
      await transaction.commit()
    }
    const counted = async (): Promise<number> =>
      Number((await client.execute('SELECT n FROM counted')).rows[0]?.n)

    const others = Promise.all([count(15, 20), count(15, 0)])
    for (let at = 0; at < 15; at += 1) await countHere()
    expect(await others).toEqual([0, 0])
    expect(await counted()).toBe(45)
    for (let at = 0; at < 3; at += 1) {
      expect(await count(2, 0)).toBe(0)
      await countHere()
    }
    expect(await counted()).toBe(54)
  })
})
