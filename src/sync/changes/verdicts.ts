import type { Payload, Where } from 'payload'

import { collectionOf, type DocumentId, idOf, type StoredDocument } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { isIgnored } from '../../mapping/filePath.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import { exportedFiles } from '../export/exportedFiles.ts'
import type { ExportedFile } from '../export/fileOf.ts'
import { digestInFile } from '../records/exportMarks.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { type FileRow, isAnnounced } from '../records/fileRows.ts'
import { digestOf } from '../../files/readTextFile.ts'
import type { ChangedFile, ChangeKind } from './changeRows.ts'
import { changedIn } from './changedIn.ts'
import { isWrittenByOther } from './isWrittenByOther.ts'
import { typedId } from './referringTo.ts'

/** What the next export does to the files of a document. */
export type Verdict = {
  kind: ChangeKind
  /** The path of the first file, or of the removed one. */
  path: string
  /** The path of a removed file. */
  was: string | undefined
  title: string | undefined
  fields: string[]
  files: ChangedFile[]
  /** When the document was last saved; undefined if it is gone. */
  updatedAt: string | undefined
}

/** Name of the scope of a document's files, as in `scopesOf`. */
const scopeOf = (mapping: Mapping, row: StoredDocument | undefined): string => {
  const { within } = mapping
  if (within === undefined || mappedFields(mapping).some(({ path }) => path === within)) return ''
  const value = idOf(documentValue(row, within))
  return value === undefined ? '' : `${within}=${value}`
}

const kindOf = (files: readonly ChangedFile[]): ChangeKind | undefined => {
  const has = (kind: ChangedFile['kind']): boolean => files.some((file) => file.kind === kind)
  if (has('removed') && has('new')) return 'moved'
  return files.find(({ kind }) => kind === 'changed')?.kind ?? files[0]?.kind
}

const rowsOfDocuments = (payload: Payload, mapping: Mapping, ids: readonly DocumentId[]) => {
  const { useAsTitle } = payload.collections[collectionOf(payload, mapping.collection)].config.admin
  const names = [
    'updatedAt',
    ...(useAsTitle === undefined ? [] : [useAsTitle]),
    ...(mapping.within === undefined ? [] : [mapping.within]),
  ]
  return rowsOf(payload).find({
    collection: mapping.collection,
    select: Object.fromEntries(names.map((name) => [name, true as const])),
    where: { id: { in: [...ids] } },
  })
}

/**
 * Compares what the next export would write for some documents with what is in their files, as far as imports and exports
 * know. `placed` are paths to which exports have written files of documents whose base is elsewhere. A document that is not
 * in the result has no file that changes.
 */
export const verdictsOf = async (
  payload: Payload,
  mapping: Mapping,
  documents: readonly string[],
  placed: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Verdict>> => {
  const { collection } = mapping
  const { useAsTitle } = payload.collections[collectionOf(payload, collection)].config.admin
  const ids = documents.map((id) => typedId(payload, collection, id))
  const states = new Map((await rowsOfDocuments(payload, mapping, ids)).map((row) => [String(row.id), row]))
  const expected = new Map<string, ExportedFile[]>()
  const failed = new Set<string>()
  const within: Where = { id: { in: ids } }
  for await (const file of exportedFiles(payload, mapping, { within })) {
    const id = String(file.document)
    if ('problem' in file) failed.add(id)
    else expected.set(id, [...(expected.get(id) ?? []), file])
  }
  const known = await fileRecordsOf(payload).byDocuments(collection, documents)
  const verdicts = new Map<string, Verdict>()
  for (const id of documents) {
    const own = known.filter(({ document }) => document === id)
    const state = states.get(id)
    const written = expected.get(id) ?? []
    const records = fileRecordsOf(payload, undefined, scopeOf(mapping, state))
    const elsewhere = [...written.map(({ path }) => path), ...(placed.get(id) ?? [])].filter(
      (path) => !own.some((row) => row.path === path),
    )
    const rows: FileRow[] = [...own, ...(await records.byPaths([...new Set(elsewhere)]))]
    const files: ChangedFile[] = []
    const fields = new Set<string>()
    for (const file of written) {
      const row = rows.find(({ path }) => path === file.path)
      const digest = row && digestInFile(row)
      if (digest === digestOf(file.text)) continue
      files.push({ path: file.path, kind: digest === undefined ? 'new' : 'changed' })
      for (const field of changedIn(mapping, file, rows, digest)) fields.add(field)
    }
    const gone = failed.has(id)
      ? []
      : rows.filter(
          (row) =>
            !written.some(({ path }) => path === row.path) &&
            !isAnnounced(row) &&
            !isIgnored(mapping, row.path) &&
            digestInFile(row) !== undefined,
        )
    for (const { path } of gone)
      if (!(await isWrittenByOther(payload, mapping, path, id))) files.push({ path, kind: 'removed' })
    const kind = kindOf(files)
    const [first] = files
    if (!kind || !first) continue
    const title = useAsTitle === undefined ? undefined : documentValue(state, useAsTitle)
    verdicts.set(id, {
      kind,
      path: first.path,
      was: files.find((file) => file.kind === 'removed')?.path,
      title: typeof title === 'string' && title !== '' ? title : undefined,
      fields: [...fields],
      files,
      updatedAt: typeof state?.updatedAt === 'string' ? state.updatedAt : undefined,
    })
  }
  return verdicts
}
