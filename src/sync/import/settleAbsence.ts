import type { MappedRecord } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { isInTrash } from '../capabilities.ts'
import { isDeletedByImport } from '../records/exportMarks.ts'
import { fileProblem } from './conflictProblems.ts'
import type { Target } from './chooseTarget.ts'
import type { ConflictChoice, Plan } from './planFile.ts'
import type { SourceFile } from './types.ts'

/**
 * What happens to a changed file without regard to its values: it is compared with its document as usual (`compare`); the
 * document returns from the trash (`restore`); or the document is gone for good, and only the base moves (`ignore`).
 */
export type Absence = { does: 'compare' | 'restore' | 'ignore' } | { problem: Problem }

/**
 * Decides about a changed file whose document was deleted. If an import deleted it since the file was missing, the file
 * brings it back. If somebody deleted it in the CMS, that is a conflict: one side or the other wins only by choice. A document
 * in the trash for which the CMS is chosen stays there, and is updated like any other. Also reports a file at the URL of a
 * document that belongs to another file.
 */
export const settleAbsence = (
  { path }: SourceFile,
  { document, heldBy, row }: Target,
  choice: ConflictChoice | undefined,
): Absence => {
  if (heldBy !== undefined) return { problem: heldByOther(path, heldBy) }
  const returns = choice === 'file' || (row !== undefined && isDeletedByImport(row.exportedDigests))
  if (document) {
    if (!isInTrash(document)) return { does: 'compare' }
    if (returns) return { does: 'restore' }
    return choice === 'cms' ? { does: 'compare' } : { problem: inTrash(path) }
  }
  if (row?.document === undefined || returns) return { does: 'compare' }
  return choice === 'cms' ? { does: 'ignore' } : { problem: deletedForGood(path) }
}

/** The plan of a file after that decision: a document that returns is written even if its values are the same. */
export const planOf = (absence: Absence, document: MappedRecord | undefined, plan: Plan): Plan => {
  if ('problem' in absence || absence.does === 'compare') return plan
  if (absence.does === 'ignore') return { action: 'adopt', open: [], isMerge: true }
  if (plan.action !== 'adopt' || !document) return plan
  return {
    action: 'update',
    record: document,
    fields: [],
    isMerge: false,
    conflicts: [],
    open: plan.open,
  }
}

const inTrash = (path: string): Problem =>
  fileProblem(
    path,
    'in-trash',
    'The article of this file is in the trash, and the file has changed.',
    'Restore the article and import again, or import with --take-conflicts file; to leave it in the trash, with --take-conflicts cms.',
  )

const deletedForGood = (path: string): Problem =>
  fileProblem(
    path,
    'conflict',
    'The article of this file was permanently deleted in the CMS, and the file has changed since.',
    'Remove the file, or import it as a new article with --take-conflicts file; to ignore it, import with --take-conflicts cms.',
  )

const heldByOther = (path: string, other: string): Problem =>
  fileProblem(
    path,
    'conflict',
    `The article at the URL of this file belongs to ${other}, which exists as well.`,
    'Give that article another slug in the CMS, or rename this file, and import again.',
  )
