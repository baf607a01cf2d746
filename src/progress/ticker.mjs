// Runs in a thread of its own, so that a phase which keeps the main thread busy is not silent: Payload while it loads,
// or a long statement of SQLite. Plain JavaScript, because a thread has no loader for TypeScript.
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const { fd, isTerminal, lastOutput, silence } = workerData
let phase

parentPort.on('message', (message) => {
  phase = message
})

const shown = ({ title, began }, now) => {
  const text = `${title}: ${Math.round((now - began) / 1000)} s so far`
  return isTerminal ? `\r${text}\u001B[K` : `${text}\n`
}

setInterval(() => {
  const now = Date.now()
  if (phase === undefined || now - Number(Atomics.load(lastOutput, 0)) < silence) return
  Atomics.store(lastOutput, 0, BigInt(now))
  try {
    writeSync(fd, shown(phase, now))
  } catch {
    // The pipe is full or closed: its reader has had enough, or is gone.
  }
}, 50)
