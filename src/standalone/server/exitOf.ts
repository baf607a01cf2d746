import type { ChildProcess } from 'node:child_process'

/** Waits until a process has ended and all of its output has arrived. Returns its exit code; null for a signal. */
export const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', reject)
  })
