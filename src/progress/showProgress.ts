import type { OnProgress, Progress } from './phases.ts'
import { barDisplay, type Display, lineDisplay, type ProgressStream } from './displays.ts'
import { measurePace } from './pace.ts'
import { phaseResult, phaseTitle, progressText } from './progressText.ts'
import { silence, startTicker, type Ticker } from './startTicker.ts'

/** Shows users what a command or a start is doing. */
export type ShownProgress = {
  update: OnProgress
  /** Stops the display. The current phase is `done` unless it was interrupted. */
  stop: (how?: { done: boolean }) => void
}

type Parts = { display: Display; ticker: Ticker; now: () => number }

const now = (): number => performance.now()

const displayFor = (stream: ProgressStream): Display =>
  stream.isTTY === true ? barDisplay(stream) : lineDisplay(stream, now)

const partsFor = (stream: ProgressStream, display = displayFor(stream)): Parts => ({
  display,
  ticker: startTicker({ fd: stream.fd, isTerminal: stream.isTTY === true }),
  now,
})

/**
 * Shows phases as they are reported: what is done, how far it has got and how long it will take. Never silent for more
 * than two seconds: a phase that does not report is shown as still running. A bar on a terminal, lines elsewhere.
 */
export const showProgress = (stream: ProgressStream, parts: Parts = partsFor(stream)): ShownProgress => {
  const { display, now, ticker } = parts
  const pace = measurePace(now)
  let current: { title: string; began: number; last: Progress } | undefined

  const end = (isDone: boolean): void => {
    if (!current) return
    const { began, last } = current
    current = undefined
    display.end(isDone ? phaseResult(last, (now() - began) / 1000) : undefined)
  }

  const begin = (title: string, progress: Progress): void => {
    end(true)
    current = { title, began: now(), last: progress }
    pace(progress)
    ticker.touch()
    ticker.begin(title)
    display.begin(progressText(progress, {}), progress)
  }

  return {
    update: (progress) => {
      const title = phaseTitle(progress)
      if (current?.title !== title) return begin(title, progress)
      current.last = progress
      const text = progressText(progress, pace(progress))
      if (display.draw(text, progress)) ticker.touch()
    },
    stop: ({ done } = { done: true }) => {
      ticker.stop()
      end(done)
    },
  }
}

/**
 * Shows nothing of work that takes less than two seconds, and the phases of longer work from then on. Can be used again
 * after each `stop`.
 */
export const showSlowProgress = (stream: ProgressStream, parts?: Parts): ShownProgress => {
  const clock = parts?.now ?? now
  let display: Display | undefined
  let began: number | undefined
  let shown: ShownProgress | undefined
  return {
    update: (progress) => {
      began ??= clock()
      if (!shown && clock() - began < silence) return
      display ??= parts?.display ?? displayFor(stream)
      shown ??= showProgress(stream, parts ?? partsFor(stream, display))
      shown.update(progress)
    },
    stop: (how) => {
      shown?.stop(how)
      shown = undefined
      began = undefined
    },
  }
}
