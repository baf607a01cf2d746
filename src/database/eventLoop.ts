import { setImmediate as nextTurn } from 'node:timers/promises'

const maxTurn = 10

let turnedAt = performance.now()

/**
 * Yields to the event loop if it has not run for 10 milliseconds. SQLite responds synchronously, so a program that
 * makes one query after another never yields by itself: no request would be served and no signal handled while an
 * import runs.
 */
export const giveWay = async (): Promise<void> => {
  if (performance.now() - turnedAt < maxTurn) return
  await nextTurn()
  turnedAt = performance.now()
}
