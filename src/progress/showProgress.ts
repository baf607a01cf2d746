import type { OnProgress, Progress } from './phases.ts'
import { barDisplay, type Display, lineDisplay, type ProgressStream } from './displays.ts'
import { addSample, paceOf, type Sample } from './pace.ts'
import { phaseResult, phaseTitle, progressText } from './progressText.ts'
import { startTicker, type Ticker } from './startTicker.ts'

/** Shows users what a command or a start is doing. */
export type ShownProgress = {
  update: OnProgress
  /** Stops the display. The current phase is `done` unless it was interrupted. */
  stop: (how?: { done: boolean }) => void
}

type Parts = { display: Display; ticker: Ticker; now: () => number }

const partsFor = (stream: ProgressStream): Parts => {
  const now = (): number => performance.now()
  const isTerminal = stream.isTTY === true
  return {
    display: isTerminal ? barDisplay(stream) : lineDisplay(stream, now),
    ticker: startTicker({ fd: stream.fd, isTerminal }),
    now,
  }
}

/**
 * Shows phases as they are reported: what is done, how far it has got and how long it will take. Never silent for more
 * than two seconds: a phase that does not report is shown as still running. A bar on a terminal, lines elsewhere.
 */
export const showProgress = (stream: ProgressStream, parts: Parts = partsFor(stream)): ShownProgress => {
  const { display, now, ticker } = parts
  let current: { title: string; began: number; samples: Sample[]; last: Progress } | undefined

  const end = (isDone: boolean): void => {
    if (!current) return
    const { began, last } = current
    current = undefined
    display.end(isDone ? phaseResult(last, (now() - began) / 1000) : undefined)
  }

  const begin = (title: string, progress: Progress): void => {
    end(true)
    const at = now()
    current = { title, began: at, samples: [{ at, done: progress.done }], last: progress }
    ticker.touch()
    ticker.begin(title)
    display.begin(progressText(progress, {}), progress)
  }

  return {
    update: (progress) => {
      const title = phaseTitle(progress)
      if (current?.title !== title) return begin(title, progress)
      current.last = progress
      current.samples = addSample(current.samples, { at: now(), done: progress.done })
      const text = progressText(progress, paceOf(current.samples, progress.total))
      if (display.draw(text, progress)) ticker.touch()
    },
    stop: ({ done } = { done: true }) => {
      ticker.stop()
      end(done)
    },
  }
}
