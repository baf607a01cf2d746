import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { sortOnlyBy } from '../../database/steadySort.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { RunKind } from '../records/runRecords.ts'

/** What identifies the state of the file records: another one after each change of any of them. */
export type LedgerStamp = {
  /** A text that each run of this kind replaces before it first changes a record. */
  import: string
  export: string
  /** The number of records, and the newest time of one: they show what no run has done, such as a restored backup. */
  count: number
  newest: string
}

const keyOf = (kind: RunKind): string => `answerbook:changed-by:${kind}`

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const lastChange = async (payload: Payload, kind: RunKind): Promise<string> =>
  textOf(await payload.kv.get(keyOf(kind)))

/** The stamp of the file records as they are now. Takes milliseconds at any size. */
export const ledgerStamp = async (payload: Payload): Promise<LedgerStamp> => {
  const rows = rowsOf(payload)
  const collection = slugsOf(payload).files
  const select = { updatedAt: true } as const
  const [[newest], ofImport, ofExport, count] = await Promise.all([
    rows.find({ collection, limit: 1, select, sort: sortOnlyBy('-updatedAt') }),
    lastChange(payload, 'import'),
    lastChange(payload, 'export'),
    rows.count(collection),
  ])
  return { import: ofImport, export: ofExport, count, newest: String(newest?.updatedAt) }
}

/** Announces that a run of a kind is going to change file records. Call it before the first change. */
export const announceChange = (payload: Payload, kind: RunKind): Promise<void> =>
  payload.kv.set(keyOf(kind), randomUUID())

/** Whether two stamps are of the same state. */
export const isSameStamp = (a: LedgerStamp, b: LedgerStamp): boolean =>
  a.import === b.import && a.export === b.export && a.count === b.count && a.newest === b.newest
