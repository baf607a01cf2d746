import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { expect, it } from 'vitest'
import { stopGracefully } from '../../../src/standalone/server/stopGracefully.ts'
import { realServer } from './realServer.ts'

const log = pino({ level: 'silent' })

it('stopGracefully lets requests finish, refuses new ones, then closes the rest in order', async () => {
  const events: string[] = []
  const { address, server } = await realServer((_request, response) => {
    events.push('begun')
    setTimeout(() => response.end('whole'), 200)
  })
  const slow = fetch(address).then((response) => response.text())
  while (events.length === 0) await wait(5)
  const close = [
    () => Promise.reject(new Error('broken')),
    () => Promise.resolve(void events.push('database')),
  ]
  const stopped = stopGracefully(server, { log, close })
  await expect(fetch(address)).rejects.toThrow()
  expect(await slow).toBe('whole')
  await stopped
  expect(events).toEqual(['begun', 'database'])
})

it('stopGracefully aborts a request that does not finish in time', async () => {
  const events: string[] = []
  const { address, server } = await realServer(() => {
    events.push('begun')
  })
  const endless = fetch(address).then(
    () => 'answered',
    () => 'cut off',
  )
  while (events.length === 0) await wait(5)
  await stopGracefully(server, { log, close: [], requestMilliseconds: 100 })
  expect(await endless).toBe('cut off')
})
