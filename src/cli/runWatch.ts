import { errorMessage } from '../documents/errorMessage.ts'
import { type ShownProgress, showSlowProgress } from '../progress/showProgress.ts'
import type { OnProgress } from '../progress/phases.ts'
import type { Report } from '../sync/report.ts'
import type { WatchEvents } from '../sync/watch/wholeRun.ts'
import { exitCodes } from './exitCodes.ts'
import { type OpenApp, openApp } from './openApp.ts'
import { changeLines, printReport } from './printReport.ts'

type Watched = Pick<OpenApp, 'mappings' | 'payload'> & WatchEvents<Report> & { onProgress: OnProgress }

/**
 * Opens the app and watches until the process is told to stop: prints the whole report of the first run, and a line for
 * each later one that changed something. Returns the exit code.
 */
export const runWatch = async (
  verb: string,
  first: ShownProgress,
  watch: (given: Watched) => Promise<void>,
): Promise<number> => {
  const { close, mappings, payload, signal } = await openApp({
    onProgress: first.update,
    stopsAfter: 'run',
    writes: true,
  })
  const later = showSlowProgress(process.stderr)
  let progress = first
  let previous: Report | undefined
  let failure: string | undefined
  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`)
  }

  const onReport = (report: Report): void => {
    progress.stop({ done: true })
    progress = later
    if (previous) say(changeLines(report, previous, verb))
    else {
      process.stdout.write(`${printReport(report, verb)}\n`)
      if (!signal.aborted) say(['Watching for changes; press Ctrl-C to end.'])
    }
    previous = report
    failure = undefined
  }
  const onFailure = (error: unknown): void => {
    progress.stop({ done: false })
    const message = errorMessage(error)
    // An attempt that fails for the same reason says nothing new.
    if (message !== failure) say([`${message} Watching continues; the next run tries again.`])
    failure = message
  }
  await watch({
    mappings,
    payload,
    signal,
    onFailure,
    onReport,
    onProgress: (step) => progress.update(step),
  })
  progress.stop({ done: false })
  await close()
  return exitCodes.done
}
