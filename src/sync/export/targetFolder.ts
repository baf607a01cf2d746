import { readTextFile } from '../../files/readTextFile.ts'
import { removeTextFile } from '../../files/removeTextFile.ts'
import { writeTextFile } from '../../files/writeTextFile.ts'
import type { Problem } from '../../problems/problems.ts'
import { errorMessage } from '../../documents/errorMessage.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import { isExported } from '../records/exportMarks.ts'
import type { KnownFile } from '../records/fileRows.ts'

/** What the file records contain of a file and its document: the digests of all texts that an export may replace. */
export type Known = readonly (Pick<KnownFile, 'digest' | 'exportedDigests'> | undefined)[]

const isOurs = (digest: string, known: Known): boolean =>
  known.some((row) => row?.digest === digest || isExported(row?.exportedDigests ?? [], digest))

/** The problem of a file that a person has changed. */
export const targetChanged = (path: string): Problem =>
  fileProblem(
    path,
    'target-changed',
    'Somebody has changed this file: it matches neither the imported nor the exported one. It was not overwritten.',
    'Import it first, or replace it with --overwrite.',
  )

/** The problem of a document whose file another document has. */
export const duplicatePath = (path: string): Problem =>
  fileProblem(path, 'duplicate-document', 'Two documents have this path.', 'Give one of them another slug.')

/** The problem of a file that the system refused to write or remove. */
export const writeFailed = (path: string, error: unknown): Problem =>
  fileProblem(path, 'write-failed', errorMessage(error), 'Check the folder and its disk, and export again.')

/**
 * A folder to export into without losing changes: a file that a person has changed is left alone and reported as a
 * problem, unless `overwrite` is set. System errors are thrown.
 */
export const targetFolder = ({ folder, overwrite }: { folder: string; overwrite: boolean }) => ({
  /** Writes the text of a file; a file that already has it is not touched. */
  write: async (path: string, text: string, known: Known): Promise<'written' | 'unchanged' | Problem> => {
    const current = await readTextFile(folder, path)
    if (current.ok && current.text === text) return 'unchanged'
    if (!current.ok && !current.missing) return current.problem
    if (current.ok && !overwrite && !isOurs(current.digest, known)) return targetChanged(path)
    await writeTextFile(folder, path, text, { syncFolders: false })
    return 'written'
  },
  /** Removes a file that no longer has a document. */
  remove: async (path: string, known: Known): Promise<'removed' | 'absent' | Problem> => {
    const current = await readTextFile(folder, path)
    if (!current.ok) return current.missing ? 'absent' : current.problem
    if (!overwrite && !isOurs(current.digest, known)) return targetChanged(path)
    await removeTextFile(folder, path, { syncFolders: false })
    return 'removed'
  },
})
