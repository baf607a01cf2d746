import type { Payload } from 'payload'

import { registeredMappings } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { matchPath } from '../../mapping/filePath.ts'
import type { Mapping } from '../../mapping/types.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { withImages } from '../images/withImages.ts'
import { parseSource } from '../import/readSource.ts'
import type { SourceFile } from '../import/types.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { FileRow } from '../records/fileRows.ts'
import { type Scope, scopeOfDocument } from '../scope.ts'
import type { OpenConflict } from './openConflicts.ts'

/** A file in conflict as an import has last read it. */
export type ConflictFile = {
  /** Its record; undefined if there is no former state. */
  row: FileRow | undefined
  source: SourceFile
  /** The id of its document. */
  document: string
  /** The fields for which nobody has chosen a side. */
  open: readonly string[]
}

type Found = Omit<ConflictFile, 'source'> & {
  collection: string
  path: string
  text: string
  digest: string
  scopeOf: (mapping: Mapping) => Promise<Scope | undefined>
}

const inRecords = (rows: readonly FileRow[], scope: string): Found[] =>
  rows.flatMap((row) => {
    const { collection, conflicts, digest, document, path, text } = row
    if (text === undefined || digest === undefined || document === undefined) return []
    const scopeOf = (): Promise<Scope> => Promise.resolve({ values: {}, name: scope })
    return [{ row, collection, document, open: conflicts, path, text, digest, scopeOf }]
  })

const undecidedIn = (payload: Payload, conflicts: readonly OpenConflict[]): Found[] =>
  [...new Map(conflicts.map((conflict) => [conflict.path, conflict])).values()].flatMap(
    ({ path, undecided }) => {
      if (!undecided) return []
      const { collection, document, fields, text } = undecided
      const scopeOf = async (mapping: Mapping): Promise<Scope | undefined> => {
        const row = await rowsOf(payload).findById(collection, document)
        return row && scopeOfDocument(mapping, row)
      }
      return [
        { row: undefined, collection, document, open: fields, path, text, digest: digestOf(text), scopeOf },
      ]
    },
  )

/**
 * The files of some conflicts in one scope, as imports have last read them; without those that no mapping can read any more,
 * or whose document was deleted before there was a former state of both.
 */
export const conflictFiles = async (
  payload: Payload,
  scope: string,
  conflicts: readonly OpenConflict[],
): Promise<ConflictFile[]> => {
  const mappings = (registeredMappings(payload) ?? []).map((mapping) =>
    withImages(payload, mapping, { scope }),
  )
  const paths = conflicts.flatMap(({ path, undecided }) => (undecided ? [] : path))
  const rows = await fileRecordsOf(payload, undefined, scope).byPaths([...new Set(paths)])
  const files: ConflictFile[] = []
  for (const found of [...inRecords(rows, scope), ...undecidedIn(payload, conflicts)]) {
    const { collection, digest, document, open, path, row, scopeOf, text } = found
    const mapping = mappings.find(
      (candidate) => candidate.collection === collection && matchPath(candidate, path),
    )
    const own = mapping && (await scopeOf(mapping))
    if (!mapping || !own) continue
    await lookUpImages(mapping, { files: [text] })
    const { source } = parseSource({ mapping, scope: own, path, text, digest })
    if (source) files.push({ row, source, document, open })
  }
  return files
}
