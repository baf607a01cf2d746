import { isIgnored } from '../../mapping/filePath.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { FileRecords } from '../records/fileRecords.ts'
import { isAnnounced, type KnownFile } from '../records/fileRows.ts'

const pageSize = 1_000

/** What an export has done: paths that it has written or found unchanged, and documents that it could not write. */
type Exported = { written: ReadonlySet<string>; failed: ReadonlySet<string> }

/** The records of a mapping's files that no document has any more, a page at a time. */
export async function* recordsToRemove(
  fileRecords: FileRecords,
  mapping: Mapping,
  { failed, written }: Exported,
): AsyncGenerator<KnownFile[], void, undefined> {
  for await (const page of fileRecords.pages(mapping.collection, pageSize))
    yield page.filter((row) => {
      // A document that cannot be written now keeps its existing file.
      const isKept = row.document === undefined ? failed.size > 0 : failed.has(row.document)
      return !written.has(row.path) && !isKept && !isAnnounced(row) && !isIgnored(mapping, row.path)
    })
}
