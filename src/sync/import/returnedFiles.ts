import type { PayloadRequest } from 'payload'

import { changeRowsOf } from '../changes/changeRows.ts'
import { afterMeeting, digestInFile, isLeftOut } from '../records/exportMarks.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { Scope } from '../scope.ts'
import type { MetFile } from './readChanged.ts'

const isBase = ({ digest, row }: MetFile): boolean => digest === row.digest

/**
 * Whether a file that has not changed is not as the last export left it: it is there although the export omitted it, or it
 * has the text from before the export, such as in a delivery that was made before.
 */
export const isBack = (file: MetFile): boolean =>
  isLeftOut(file.row.exportedDigests) || (isBase(file) && digestInFile(file.row) !== file.digest)

/** Records files for which `isBack` holds: the next export writes or removes them again. */
export const recordReturn = async (
  req: PayloadRequest,
  scope: Scope,
  files: readonly MetFile[],
): Promise<void> => {
  const fileRecords = fileRecordsOf(req.payload, req, scope.name)
  for (const file of files) {
    const { digest, row } = file
    await fileRecords.mark(row, afterMeeting(row.exportedDigests, isBase(file) ? digest : undefined))
  }
  await changeRowsOf(req.payload, req).add(
    files.flatMap(({ row: { collection, document } }) =>
      document === undefined ? [] : { collection, document, kind: 'unchecked' as const },
    ),
  )
}
