import type { Payload } from 'payload'

import { type FileStat, statFile } from '../../files/fileStat.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { isDeletedByImport, isDraftText } from '../records/exportMarks.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { Scope } from '../scope.ts'
import { isDigest } from '../statCache/packedFacts.ts'
import type { StatCache } from '../statCache/statCache.ts'
import type { ConflictChoice } from './planFile.ts'
import { type RawFile, readRaws } from './readSource.ts'

type ReadOptions = {
  payload: Payload
  folder: string
  mapping: Mapping
  scope: Scope
  cache: StatCache
  /** Settles conflicts, so that files with open ones have to be compared. */
  choice?: ConflictChoice | undefined
}

/** A file that an import has nothing to do for, and its record. */
export type MetFile = { row: KnownFile; path: string; stat: FileStat | undefined; digest: string }

/**
 * Separates files whose texts are in their records from those that have to be compared; reads as few as possible.
 */
export const readChanged = async (
  { cache, choice, folder, mapping, payload, scope }: ReadOptions,
  paths: readonly string[],
): Promise<{ changed: RawFile[]; met: MetFile[]; problems: Problem[] }> => {
  const known = await fileRecordsOf(payload, undefined, scope.name).known(paths)
  const changed: RawFile[] = []
  const met: MetFile[] = []
  const problems: Problem[] = []
  const unread: string[] = []
  // A file that was missing brings its document back.
  const isSettled = (row: KnownFile): boolean =>
    (choice === undefined || row.conflicts.length === 0) && !isDeletedByImport(row.exportedDigests)
  for (const path of paths) {
    const row = known.get(path)
    const stat = row?.digest === undefined || !isSettled(row) ? undefined : statFile(folder, path)
    const beginning = stat && cache.digestOf(path, stat)
    if (row?.digest !== undefined && beginning !== undefined && isDigest(row.digest, beginning))
      met.push({ row, path, stat, digest: row.digest })
    else unread.push(path)
  }
  for (const file of await readRaws({ folder, mapping, scope }, unread)) {
    if ('problem' in file) {
      problems.push(file.problem)
      continue
    }
    const { digest, path, stat } = file
    const row = known.get(path)
    // The published state differs from what an export of drafts wrote, and nobody has changed it.
    const isKnown = row?.digest === digest || isDraftText(row?.exportedDigests ?? [], digest)
    if (row && isSettled(row) && isKnown) met.push({ row, path, stat, digest })
    else changed.push(file)
  }
  return { changed, met, problems }
}
