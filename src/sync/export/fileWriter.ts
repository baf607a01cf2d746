import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { cmsPictures } from '../audit/cmsPictures.ts'
import type { Placed } from '../changes/thenRecheck.ts'
import { exportImages } from '../images/exportImages.ts'
import { LeaseLostError } from '../records/lease.ts'
import type { FileRecords } from '../records/fileRecords.ts'
import type { KnownFile } from '../records/fileRows.ts'
import type { exportCounts } from '../report.ts'
import type { exportNotes } from './exportNotes.ts'
import { exportResults } from './exportResults.ts'
import type { ExportedFile } from './fileOf.ts'
import type { PageToExport } from './pagesToExport.ts'
import { targetFolder, writeFailed } from './targetFolder.ts'
import type { ExportOptions } from './types.ts'

/** What the files of one mapping are written with. */
export type Exporting = {
  fileRecords: FileRecords
  mapping: Mapping
  notes: ReturnType<typeof exportNotes>
}

type WriterOptions = Pick<ExportOptions, 'folder' | 'onResult' | 'overwrite'> & {
  payload: Payload
  counts: typeof exportCounts
  problems: Problem[]
}

/**
 * Writes and removes the files of an export and keeps account of them: in its counts, problems and results, and in the
 * records of the files. A file that cannot be written does not stop the others.
 */
export const fileWriter = ({
  counts,
  folder,
  onResult,
  overwrite = false,
  payload,
  problems,
}: WriterOptions) => {
  const pictures = cmsPictures(payload)
  const target = targetFolder({ folder, overwrite })
  const touched: string[] = []
  const { flush, refuse, tell } = exportResults(problems, onResult)
  const images = exportImages({ counts, folder, overwrite, touched })
  const placed: Placed[] = []

  const writeFile = async (
    { fileRecords, mapping, notes }: Exporting,
    file: ExportedFile,
    exported: PageToExport['exported'],
  ): Promise<void> => {
    const { document, path, row, text } = file
    const there = row?.path === path ? row : (await fileRecords.byPaths([path]))[0]
    const result = await target.write(path, text, [row, there])
    if (result === 'written') touched.push(path)
    if (typeof result === 'string') {
      counts[result] += 1
      const found = [...pictures.inText(mapping, path, text), ...(await images.ofFile(mapping, path, text))]
      tell(path, result, found)
      await notes.wrote({ ...file, there })
      if (row && row.path !== path) {
        const { collection } = mapping
        placed.push({ collection, document: String(document), path })
      }
      if (found.length > 0) return
      exported.set(document, (exported.get(document) ?? new Map<string, string>()).set(path, text))
    } else refuse(result)
  }

  const removeFile = async ({ notes }: Exporting, row: KnownFile): Promise<void> => {
    const result = await target.remove(row.path, [row])
    if (result === 'removed') {
      touched.push(row.path)
      counts.removed += 1
      tell(row.path, 'removed')
    }
    if (typeof result === 'string') await notes.leftOut(row)
    else refuse(result)
  }

  // A file that cannot be written does not stop the others.
  const guarded = async (path: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (error instanceof LeaseLostError) throw error
      refuse(writeFailed(path, error))
    }
  }

  return {
    flush,
    images,
    /** Documents whose files are elsewhere than their base. */
    placed,
    refuse,
    remove: (exporting: Exporting, row: KnownFile): Promise<void> =>
      guarded(row.path, () => removeFile(exporting, row)),
    /** Paths of files that were written or removed. */
    touched,
    /** Writes a file; `exported` takes its text if it need not be rendered again while its document is the same. */
    write: (exporting: Exporting, file: ExportedFile, exported: PageToExport['exported']): Promise<void> =>
      guarded(file.path, () => writeFile(exporting, file, exported)),
  }
}
