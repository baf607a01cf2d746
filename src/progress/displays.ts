import { Presets, SingleBar } from 'cli-progress'

import type { Progress } from './phases.ts'
import { silence } from './startTicker.ts'

/** A way to show phases, one after the other. */
export type Display = {
  begin: (text: string, progress: Progress) => void
  /** Shows the progress of the phase. Returns whether anything was written. */
  draw: (text: string, progress: Progress) => boolean
  /** Ends the phase with its result; undefined if it did not finish. */
  end: (result: string | undefined) => void
}

export type ProgressStream = NodeJS.WritableStream & { fd: number; isTTY?: boolean }

/** A line at the beginning of each phase, one every now and then while it runs, and one at its end if it took longer. */
export const lineDisplay = (stream: ProgressStream, now: () => number): Display => {
  // Earlier than the ticker, which has less to say.
  const minSilence = silence - 300
  let last = 0
  let began = 0
  const line = (text: string): void => {
    last = now()
    stream.write(`${text}\n`)
  }
  return {
    begin: (text) => {
      line(text)
      began = last
    },
    draw: (text) => {
      if (now() - last < minSilence) return false
      line(text)
      return true
    },
    end: (result) => {
      if (result !== undefined && now() - began >= minSilence) line(result)
    },
  }
}

/** A progress bar, and one line for each finished phase. */
export const barDisplay = (stream: ProgressStream): Display => {
  let bar: SingleBar | undefined
  // Restores the cursor of the terminal, whatever ends the process.
  process.once('exit', () => bar?.stop())
  let hasTotal = false
  const begin = (text: string, { done, total }: Progress): void => {
    hasTotal = total !== undefined
    const format = hasTotal ? '{bar} {text}' : '{text}'
    const options = { barsize: 20, clearOnComplete: true, format, hideCursor: true, stream }
    bar = new SingleBar(options, Presets.shades_classic)
    bar.start(total ?? 0, done, { text })
  }
  return {
    begin,
    draw: (text, progress) => {
      if (hasTotal === (progress.total !== undefined)) bar?.update(progress.done, { text })
      else {
        bar?.stop()
        begin(text, progress)
      }
      return true
    },
    end: (result) => {
      bar?.stop()
      bar = undefined
      if (result !== undefined) stream.write(`${result}\n`)
    },
  }
}
