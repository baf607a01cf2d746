import { spawn } from 'node:child_process'
import path from 'node:path'
import { PassThrough } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { lineDisplay } from '../../src/progress/displays.ts'
import { showProgress, showSlowProgress } from '../../src/progress/showProgress.ts'
import { silence } from '../../src/progress/startTicker.ts'

/** Lines with the second at which each was written, on a clock that the test moves. */
const recorded = (show = showProgress) => {
  const written: [second: number, text: string][] = []
  let at = 0
  let title: string | undefined
  let lastOutput = 0
  const note = (text: string): void => {
    lastOutput = at
    written.push([at / 1000, text])
  }
  const stream = Object.assign(new PassThrough(), { fd: 2 })
  stream.on('data', (chunk: Buffer) => note(chunk.toString().trimEnd()))
  const now = (): number => at
  const ticker = {
    begin: (begun: string) => void (title = begun),
    touch: () => void (lastOutput = at),
    stop: () => void (title = undefined),
  }
  const shown = show(stream, { display: lineDisplay(stream, now), now, ticker })
  return {
    ...shown,
    written,
    /** Lets time pass without a report; the ticker is simulated by the test, with the rule of the real one. */
    pass: (seconds: number): void => {
      for (const end = at + seconds * 1000; at < end; at = Math.min(end, at + 50))
        if (title !== undefined && at - lastOutput >= silence) note(`${title} still`)
    },
  }
}

describe('progress in lines', () => {
  it('each phase has a line at its beginning, and one at its end if it took long', () => {
    const { pass, stop, update, written } = recorded()
    update({ phase: 'open', done: 0 })
    pass(1)
    update({ phase: 'import', done: 0, total: 10 })
    pass(1.6)
    update({ phase: 'import', done: 8, total: 10 })
    pass(0.4)
    update({ phase: 'import', done: 10, total: 10 })
    stop()
    expect(written).toEqual([
      [0, 'Opening the app …'],
      [1, 'Importing: 0 of 10 files'],
      [2.6, 'Importing: 8 of 10 files'],
      [3, 'Importing: 10 files in 2 s.'],
    ])
  })

  it('slow progress shows nothing of short work, each time anew', () => {
    const { pass, stop, update, written } = recorded(showSlowProgress)
    update({ phase: 'scan', done: 0 })
    pass(1)
    update({ phase: 'import', done: 1, total: 10 })
    stop()
    pass(5)
    update({ phase: 'import', done: 0, total: 10 })
    pass(1)
    update({ phase: 'import', done: 5, total: 10 })
    expect(written).toEqual([])
    pass(1)
    update({ phase: 'import', done: 9, total: 10 })
    stop()
    pass(5)
    update({ phase: 'scan', done: 0 })
    expect(written).toEqual([[8, 'Importing: 9 of 10 files']])
  })

  it('an interrupted phase has no end', () => {
    const { pass, stop, update, written } = recorded()
    update({ phase: 'open', done: 0 })
    pass(1.7)
    stop({ done: false })
    pass(10)
    expect(written).toEqual([[0, 'Opening the app …']])
  })

  it.each([
    ['fast', 0.01],
    ['slow', 0.9],
    ['very slow', 7],
  ])('progress is never silent for more than two seconds, nor endless: a %s source', (_, seconds) => {
    const { pass, stop, update, written } = recorded()
    for (const phase of ['scan', 'import', 'links'] as const) {
      for (let done = 0; done * seconds < 60; done += 1) {
        update({ phase, done, total: 10_000 })
        pass(seconds)
      }
    }
    stop()
    const gaps = written.slice(1).map(([at], index) => at - (written[index]?.[0] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2)
    expect(written.length).toBeLessThan(130)
  })
})

const program = `
  import { showProgress } from './src/progress/showProgress.ts'
  const shown = showProgress(process.stderr)
  shown.update({ phase: 'open', done: 0 })
  // Nothing of this thread runs for eight seconds.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8000)
  shown.stop()
`

it('a phase that keeps the process busy is reported as running, and the program ends by itself', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: path.resolve('.'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const [first, ...more] = stderr.trim().split('\n')
  expect(first).toBe('Opening the app …')
  expect(more.at(-1)).toMatch(/^Opening the app: \d+(\.\d)? s\.$/)
  const ticks = more.slice(0, -1)
  expect(ticks.length).toBeGreaterThanOrEqual(3)
  for (const tick of ticks) expect(tick).toMatch(/^Opening the app: \d+ s so far$/)
  expect(code).toBe(0)
})
