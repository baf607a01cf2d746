import { Presets, SingleBar } from 'cli-progress'

import type { Progress } from '../store/phases.ts'

/** Progress on standard error; `stop` ends it. */
export type ShownProgress = { update: (progress: Progress) => void; stop: () => void }

const quietSeconds = 5

/** Shows progress: a bar on a terminal, a line now and then elsewhere. */
export const showProgress = (verb: string): ShownProgress => {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      {
        format: `${verb} {value} files, {duration_formatted}`,
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
      },
      Presets.shades_classic,
    )
    bar.start(0, 0)
    return { update: ({ done }) => bar.update(done), stop: () => bar.stop() }
  }
  let next = performance.now() + quietSeconds * 1000
  return {
    update: ({ done }) => {
      if (performance.now() < next) return
      next = performance.now() + quietSeconds * 1000
      process.stderr.write(`${verb} ${done} files\n`)
    },
    stop: () => undefined,
  }
}
