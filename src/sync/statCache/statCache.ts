import type { Payload } from 'payload'

import { type FileStat, isRacy } from '../../files/fileStat.ts'
import { resolveRoot } from '../../files/paths.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { plainMapping } from '../../mapping/images/imageAddresses.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Lease } from '../records/lease.ts'
import { isOtherRunning } from '../records/otherRuns.ts'
import type { Scope } from '../scope.ts'
import { openFacts } from './factTable.ts'
import { announceChange, isSameStamp, ledgerStamp } from './ledgerStamp.ts'
import { factFormat, factKeys, packFact } from './packedFacts.ts'
import { statHeader } from './statHeader.ts'

type Scoped = readonly { mapping: Mapping; scope: Scope }[]

/** What earlier imports know of the files of a folder, so that unchanged ones need not be read. */
export type StatCache = {
  /** Whether an import has nothing to do for a file, known without reading the file or asking the database. */
  isUnchanged: (path: string, stat: FileStat) => boolean
  /** The beginning of the digest that the file had when it had the same status; undefined if that is unknown. */
  digestOf: (path: string, stat: FileStat) => string | undefined
  /** Notes the digest of a file whose record has the same one, with the status from before it was read. */
  note: (path: string, stat: FileStat, digest: string) => void
  /** Announces that file records are going to change. */
  announce: () => Promise<void>
  /** Stores what was noted, once all files of the folder have been looked at. */
  save: (lease: Lease) => Promise<void>
}

const withSource = (_: string, value: unknown): unknown =>
  typeof value === 'function' ? String(value) : value

/** Identifies mappings and everything that is defined about their files, and possibly the folder of these files. */
export const idOfDefinitions = (scoped: Scoped, root?: string): string => {
  const defined = scoped.map(({ mapping, scope }) => ({ mapping: plainMapping(mapping), scope }))
  return digestOf(JSON.stringify([root, defined], withSource)).slice(0, 32)
}

/**
 * Opens what is known of a folder's files. Facts say which digest a file with a certain status has, which is true
 * whatever happens to the database. An import skips a file without a query only while the file records are exactly as the
 * last import left them; otherwise it compares their digests. `isFull`: nothing is known.
 */
export const openStatCache = async (
  payload: Payload,
  { folder, isFull, scoped }: { folder: string; isFull: boolean; scoped: Scoped },
): Promise<StatCache> => {
  const openedAt = Date.now()
  const id = `${factFormat}:${idOfDefinitions(scoped, await resolveRoot(folder))}`
  const { key, read, write } = statHeader(payload, scoped)
  const [header, stamp, facts, factKey] = await Promise.all([
    read(),
    ledgerStamp(payload),
    openFacts(payload, { id, isEmpty: isFull, key }),
    factKeys(),
  ])
  const isCurrent = !isFull && header?.id === id && isSameStamp(header.stamp, stamp)
  const except = new Set(header?.except)
  let isAnnounced = false

  return {
    isUnchanged: (path, stat) => isCurrent && !except.has(path) && facts.confirm(factKey(path, stat)),
    digestOf: (path, stat) => facts.find(factKey(path, stat)),
    note: (path, stat, digest) => {
      if (!isRacy(stat, openedAt)) facts.add(packFact(factKey(path, stat), digest))
    },
    announce: async () => {
      if (!isAnnounced) await announceChange(payload, 'import')
      isAnnounced = true
    },
    save: async (lease) => {
      if (isCurrent && !isAnnounced && except.size === 0 && !facts.hasChanged()) return
      await facts.save()
      const now = await ledgerStamp(payload)
      // An export that has begun since may have changed a record after it was compared, or may still do so.
      if (now.export !== stamp.export || (await isOtherRunning(payload, lease.run))) return
      await write({ id, stamp: now, except: [] })
    },
  }
}
