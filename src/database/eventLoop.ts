import { setImmediate as nextTurn } from 'node:timers/promises'

const maxTurn = 10

let turnedAt = performance.now()

/**
 * Lets the event loop turn where it has not for 10 milliseconds. SQLite answers within the call, so that a program which
 * asks it for one thing after the other never gives way by itself: no request would be answered and no signal heard while
 * an import runs.
 */
export const giveWay = async (): Promise<void> => {
  if (performance.now() - turnedAt < maxTurn) return
  await nextTurn()
  turnedAt = performance.now()
}
