import { digestOf } from '../../files/readTextFile.ts'
import {
  afterLeavingOut,
  afterMeeting,
  afterWriting,
  type ExportMarks,
  isLeftOut,
} from '../records/exportMarks.ts'
import type { FileRecords } from '../records/fileRecords.ts'
import type { KnownFile, FileRow } from '../records/fileRows.ts'
import type { ExportedFile } from './fileOf.ts'

/** A file that an export has written, and the file record of its path. */
export type WrittenFile = ExportedFile & { there: FileRow | undefined }

const isSame = (a: ExportMarks, b: ExportMarks): boolean =>
  a.length === b.length && a.every((mark, at) => mark === b[at])

/**
 * What an export adds to the file records: the texts that it has written, so that they do not count as edits, and the
 * files that it has omitted, so that they do not count as deleted. Drafts are only recorded by digest: the base and the
 * last export of the published state do not change. `onChange` is called before each change of a record.
 */
export const exportNotes = (
  fileRecords: FileRecords,
  { drafts, onChange }: { drafts: boolean; onChange: (path: string) => Promise<void> },
) => {
  const marksOf = (known: FileRow | undefined, digest: string, path: string): string[] => {
    const marks = known?.exportedDigests ?? []
    const isBack = !drafts && known?.path === path
    const isKnown = known?.digest === digest && (drafts || known.exported === undefined)
    if (isKnown) return isBack ? afterMeeting(marks, digest) : [...marks]
    return afterWriting(marks, digest, { isBack, isDraft: drafts })
  }

  const noteDocument = async (row: FileRow, marks: string[], text: string): Promise<void> => {
    const exported = row.text === text ? undefined : text
    const isNoted = drafts || row.exported === exported
    if (isNoted && isSame(marks, row.exportedDigests)) return
    await onChange(row.path)
    await fileRecords.mark(row, marks, drafts ? {} : { exported: exported ?? null })
  }

  return {
    wrote: async ({ collection, document, path, row, text, there }: WrittenFile): Promise<void> => {
      const digest = digestOf(text)
      if (row) await noteDocument(row, marksOf(row, digest, path), text)
      if (row?.path === path) return
      const marks = marksOf(there, digest, path)
      if (there) {
        if (isSame(marks, there.exportedDigests)) return
        await onChange(path)
        await fileRecords.mark(there, marks)
        return
      }
      const own = row ? {} : { document, ...(drafts ? {} : { exported: text }) }
      await onChange(path)
      await fileRecords.add({ path, collection, marks, ...own })
    },
    leftOut: async (known: KnownFile): Promise<void> => {
      if (known.document !== undefined && isLeftOut(known.exportedDigests)) return
      await onChange(known.path)
      if (known.document === undefined) await fileRecords.remove(known.id)
      else await fileRecords.mark(known, afterLeavingOut(known.exportedDigests))
    },
  }
}
