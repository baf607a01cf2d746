import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { changeKinds, changeRowsOf } from '../changes/changeRows.ts'
import { checkChanges } from '../changes/checkChanges.ts'
import { exportFiles } from '../export/exportFiles.ts'
import type { ExportOptions } from '../export/types.ts'
import type { ExportReport } from '../report.ts'
import { isSameStamp, type LedgerStamp, ledgerStamp } from '../statCache/ledgerStamp.ts'
import { type WatchEvents, wholeRun } from './wholeRun.ts'

/** What a watcher needs to export. */
export type WatchExportOptions = Omit<ExportOptions, 'drafts' | 'signal'> &
  WatchEvents<ExportReport> & {
    /** Milliseconds between two looks at the database. Default: 1,000. */
    pollEvery?: number
  }

/** Milliseconds of each look that may be spent on comparing what has changed. */
const checkingTime = 500

/** A failed export is tried again after twice the time, up to this many milliseconds. */
const longestPause = 60_000

/**
 * What has changed in the CMS since the last export, as the transactions of its saves have noted it: a save that is
 * committed late is new whenever it appears, whatever its time is.
 */
const changesNow = async (payload: Payload): Promise<ReadonlySet<string>> => {
  const rows = await changeRowsOf(payload).find({
    and: [
      { kind: { in: [...changeKinds, 'spread', 'unchecked'] } },
      // A comparison that a run has requested is not a change.
      { changedAt: { not_equals: '' } },
    ],
  })
  return new Set(rows.map(({ changedAt, collection, document }) => `${collection} ${document} ${changedAt}`))
}

/**
 * Exports into a folder, and again whenever something has changed in the CMS or another run has ended, until the signal is
 * aborted. Throws the errors of `exportFiles` if the first export fails.
 */
export const watchExport = async ({
  onFailure,
  onReport,
  pollEvery = 1_000,
  signal,
  ...options
}: WatchExportOptions): Promise<void> => {
  const { payload } = options
  let stamp: LedgerStamp | undefined
  // Undefined until an export has succeeded, and after one has failed.
  let known: ReadonlySet<string> | undefined
  let failures = 0
  // While the export still has its lease, no other run can change what the stamp is about.
  const beforeEnd = async (): Promise<void> => {
    stamp = await ledgerStamp(payload)
  }
  const hasRunOther = async (): Promise<boolean> => !stamp || !isSameStamp(stamp, await ledgerStamp(payload))

  const exportOnce = async (): Promise<void> => {
    if (known) await checkChanges(payload, { milliseconds: checkingTime })
    const now = await changesNow(payload)
    const before = known
    const isNew = !before || [...now].some((change) => !before.has(change)) || (await hasRunOther())
    if (isNew) {
      known = undefined
      const report = await wholeRun({ ...options, beforeEnd }, { kind: 'export', signal }, exportFiles)
      if (!report) return
      onReport(report)
    }
    known = now
    failures = 0
  }
  const pause = (): Promise<unknown> => {
    const milliseconds = Math.min(pollEvery * 2 ** failures, Math.max(pollEvery, longestPause))
    return wait(milliseconds, undefined, { signal }).catch(() => undefined)
  }

  await exportOnce()
  for (await pause(); !signal.aborted; await pause())
    await exportOnce().catch((error: unknown) => {
      failures += 1
      onFailure(error)
    })
}
