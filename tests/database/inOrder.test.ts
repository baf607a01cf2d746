import { setImmediate as turn } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { inOrder } from '../../src/database/bulk/inOrder.ts'

const writing = (written: string[], name: string) => async () => {
  written.push(`${name} begins`)
  await turn()
  written.push(`${name} ends`)
}

const failing = async (): Promise<void> => {
  await turn()
  throw new Error('The disk is full.')
}

it('writes run one after the other, while the caller goes on', async () => {
  const written: string[] = []
  const writes = inOrder()
  writes.begin(writing(written, 'one'))
  writes.begin(writing(written, 'two'))
  written.push('begun')
  await writes.done()
  expect(written).toEqual(['begun', 'one begins', 'one ends', 'two begins', 'two ends'])
})

it('nothing is written after an error, which is thrown at the end', async () => {
  const written: string[] = []
  const writes = inOrder()
  writes.begin(failing)
  writes.begin(writing(written, 'two'))
  await writes.settled()
  await expect(writes.done()).rejects.toThrow('The disk is full.')
  expect(written).toEqual([])
})
