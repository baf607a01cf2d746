import { digestOf } from '../../files/index.ts'
import {
  afterLeavingOut,
  afterMeeting,
  afterWriting,
  type ExportMarks,
  isLeftOut,
} from '../records/exportMarks.ts'
import type { Ledger } from '../records/fileRecords.ts'
import type { KnownFile, LedgerRow } from '../records/fileRows.ts'
import type { ExportedFile } from './fileOf.ts'

/** A file that an export has written, and what the ledger knew of its path. */
export type WrittenFile = ExportedFile & { there: LedgerRow | undefined }

const isSame = (a: ExportMarks, b: ExportMarks): boolean =>
  a.length === b.length && a.every((mark, at) => mark === b[at])

/**
 * What an export tells the ledger: which texts it has written, so that they are known to be nobody's work, and which files
 * it has left out, so that nobody is taken to have deleted them. Drafts are known by their digests alone: the base and
 * the last export of what is published stay what they are.
 */
export const exportNotes = (ledger: Ledger, { drafts }: { drafts: boolean }) => {
  const marksOf = (known: LedgerRow | undefined, digest: string, path: string): string[] => {
    const marks = known?.exportedDigests ?? []
    const isBack = !drafts && known?.path === path
    const isKnown = known?.digest === digest && (drafts || known.exported === undefined)
    if (isKnown) return isBack ? afterMeeting(marks, digest) : [...marks]
    return afterWriting(marks, digest, { isBack, isDraft: drafts })
  }

  const noteDocument = async (row: LedgerRow, marks: string[], text: string): Promise<void> => {
    const exported = row.text === text ? undefined : text
    const isNoted = drafts || row.exported === exported
    if (isNoted && isSame(marks, row.exportedDigests)) return
    await ledger.mark(row, marks, drafts ? {} : { exported: exported ?? null })
  }

  return {
    wrote: async ({ collection, document, path, row, text, there }: WrittenFile): Promise<void> => {
      const digest = digestOf(text)
      if (row) await noteDocument(row, marksOf(row, digest, path), text)
      if (row?.path === path) return
      const marks = marksOf(there, digest, path)
      if (there) {
        if (!isSame(marks, there.exportedDigests)) await ledger.mark(there, marks)
        return
      }
      const own = row ? {} : { document, ...(drafts ? {} : { exported: text }) }
      await ledger.add({ path, collection, marks, ...own })
    },
    leftOut: async (known: KnownFile): Promise<void> => {
      if (known.document === undefined) await ledger.remove(known.id)
      else if (!isLeftOut(known.exportedDigests))
        await ledger.mark(known, afterLeavingOut(known.exportedDigests))
    },
  }
}
