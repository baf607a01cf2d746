import type { Payload } from 'payload'

import type { Lease } from '../records/lease.ts'
import { isOtherRunning } from '../records/otherRuns.ts'
import type { Scope } from '../scope.ts'
import { announceChange, isSameStamp, ledgerStamp } from './ledgerStamp.ts'
import { statHeader } from './statHeader.ts'

/** With more paths than this, the next import looks at the records of all files. */
const maxPaths = 5_000

/** The file records that an export changes, so that the next import only has to look at these. */
export type ExportChanges = {
  /** Announces a change of the record of a path. Call it before the change. */
  note: (path: string) => Promise<void>
  /** Tells the next import, once the export is done. */
  save: (lease: Lease) => Promise<void>
}

/** Observes what an export of some scopes changes. */
export const openExportChanges = async (
  payload: Payload,
  scoped: readonly { scope: Scope }[],
): Promise<ExportChanges> => {
  const { read, write } = statHeader(payload, scoped)
  const header = await read()
  const before = await ledgerStamp(payload)
  const paths = new Set<string>()
  let announced: Promise<void> | undefined
  return {
    note: async (path) => {
      paths.add(path)
      announced ??= announceChange(payload, 'export')
      await announced
    },
    save: async (lease) => {
      if (!announced || !header || !isSameStamp(header.stamp, before)) return
      const except = [...new Set([...header.except, ...paths])]
      const now = await ledgerStamp(payload)
      const isAlone = now.import === before.import && !(await isOtherRunning(payload, lease.run))
      if (isAlone && except.length <= maxPaths) await write({ ...header, stamp: now, except })
    },
  }
}
