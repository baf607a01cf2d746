import { hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'

import pMap from 'p-map'
import type { Payload } from 'payload'

import { type FileStat, isRacy, statFile } from '../../files/fileStat.ts'
import { resolveRoot } from '../../files/paths.ts'
import { digestOf, readTextFile } from '../../files/readTextFile.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { FileState } from '../records/fileRows.ts'
import type { Scope } from '../scope.ts'
import type { Mapping } from '../../mapping/types.ts'
import { openFacts } from '../statCache/factTable.ts'
import { isDigest, packFact } from '../statCache/packedFacts.ts'
import { idOfDefinitions } from '../statCache/statCache.ts'
import { keyOfScopes } from '../statCache/statHeader.ts'
import type { DocumentState } from './documentStates.ts'

/** What earlier exports know, so that unchanged documents need not be rendered. */
export type ExportCache = {
  /** The documents whose files in the folder are what an export would write, as an earlier one found out. */
  unchangedOf: (states: readonly DocumentState[]) => Promise<Set<DocumentState>>
  /** Notes what was exported of documents: the texts of all files of each, by path. */
  note: (
    collection: string,
    states: readonly DocumentState[],
    exported: ReadonlyMap<DocumentId, ReadonlyMap<string, string>>,
  ) => Promise<void>
  /** Stores what was noted, once all documents have been looked at. */
  save: () => Promise<void>
}

const readsAtOnce = 16

const keyOf = (...parts: readonly unknown[]): Buffer => hash('sha256', JSON.stringify(parts), 'buffer')

const combined = (digests: readonly string[]): string => digestOf(digests.join('\n'))

const statText = (stat: FileStat | undefined): string =>
  stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}` : 'none'

const stateKey = ({ id, state }: DocumentState, files: readonly FileState[]): Buffer =>
  keyOf('state', id, state, files)

const pathsOf = (files: readonly FileState[]): string[] => files.map(({ path }) => path).sort()

/**
 * Opens what earlier exports know: for a document in a certain state, the digest of its files; for files with a certain
 * status in a folder, that they have it. `isFull`: nothing is known.
 */
export const openExportCache = async (
  payload: Payload,
  given: { folder: string; isFull: boolean; scoped: readonly { mapping: Mapping; scope: Scope }[] },
): Promise<ExportCache> => {
  const openedAt = Date.now()
  const root = await resolveRoot(given.folder)
  const id = idOfDefinitions(given.scoped)
  const key = keyOfScopes('answerbook:exported', given.scoped)
  const facts = await openFacts(payload, { id, isEmpty: given.isFull, key })

  const isUnchanged = async (state: DocumentState): Promise<boolean> => {
    const known = stateKey(state, state.files)
    const digest = facts.find(known)
    if (digest === undefined) return false
    const paths = pathsOf(state.files)
    const stats = paths.map((path) => statFile(root, path))
    if (stats.includes(undefined)) return false
    const statKey = keyOf('stat', root, known.toString('hex'), stats.map(statText))
    if (facts.confirm(statKey)) return facts.confirm(known)
    const read = await Promise.all(paths.map((path) => readTextFile(root, path)))
    const digests = read.map((file) => (file.ok ? file.digest : ''))
    if (!isDigest(combined(digests), digest)) return false
    const isOld = read.every(
      (file, at) => file.ok && statText(file.stat) === statText(stats[at]) && !isRacy(file.stat, openedAt),
    )
    if (isOld) facts.add(packFact(statKey, digest))
    return facts.confirm(known)
  }

  return {
    unchangedOf: async (states) => {
      const unchanged = new Set<DocumentState>()
      await turn()
      const found = await pMap(states, isUnchanged, { concurrency: readsAtOnce })
      for (const [at, state] of states.entries()) if (found[at]) unchanged.add(state)
      return unchanged
    },
    note: async (collection, states, exported) => {
      const written = states.filter((state) => exported.has(state.id))
      const now = await fileRecordsOf(payload).statesOf(
        collection,
        written.map((state) => state.id),
      )
      for (const state of written) {
        const texts = exported.get(state.id) ?? new Map<string, string>()
        const files = now.get(String(state.id)) ?? []
        const paths = pathsOf(files)
        const isWhole = paths.length === texts.size && paths.every((path) => texts.has(path))
        // An import may have changed the records in the meantime.
        const isSame = state.files.every(({ base, path }) =>
          files.some((file) => file.path === path && file.base === base),
        )
        if (!isWhole || !isSame) continue
        const digest = combined(paths.map((path) => digestOf(texts.get(path) ?? '')))
        facts.add(packFact(stateKey(state, files), digest))
      }
    },
    save: () => (facts.hasChanged() ? facts.save() : Promise.resolve()),
  }
}
