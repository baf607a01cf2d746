import type { OnProgress, Progress } from './phases.ts'

const minMilliseconds = 200

/** Passes on the first and last report of each phase, and at most one every fifth of a second in between. */
export const thinOut = (onProgress: OnProgress, now: () => number = () => performance.now()): OnProgress => {
  let last: { at: number; phase: Progress['phase']; about: string | undefined } | undefined
  let held: Progress | undefined
  return (progress) => {
    const { about, done, phase, total } = progress
    const at = now()
    const isSame = last?.phase === phase && last.about === about
    if (last && isSame && at - last.at < minMilliseconds && done !== total) {
      held = progress
      return
    }
    if (held && !isSame) onProgress(held)
    held = undefined
    last = { at, phase, about }
    onProgress(progress)
  }
}
