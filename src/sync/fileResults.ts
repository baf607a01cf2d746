import { differences } from '../mapping/records.ts'
import type { MappedRecord, Mapping } from '../mapping/types.ts'
import type { Problem } from '../problems/problems.ts'

/**
 * What a run has done with a file, in the order in which a list shows it. A file that is only `noted` has problems that
 * were found after it was written; problems of the run as a whole have the path `.`.
 */
export const outcomes = [
  'conflicts',
  'rejected',
  'merged',
  'moved',
  'deleted',
  'removed',
  'updated',
  'created',
  'written',
  'unchanged',
  'noted',
] as const

export type Outcome = (typeof outcomes)[number]

/** A field that differs, and the side that has changed it since both were the same. */
export type FieldChange = { field: string; side: 'file' | 'cms' | 'both' }

/** The text of a file that is in conflict with a document without a former state of both, for somebody to choose a side. */
export type UndecidedFile = { collection: string; document: string; text: string }

/** What a run has done with a file, or would do in a dry run. */
export type FileResult = {
  path: string
  outcome: Outcome
  /** The scope of the path, if not that of globally unique keys. */
  scope?: string | undefined
  fields: FieldChange[]
  problems: Problem[]
  /** Absent for a file whose text is in the file records, and in a dry run. */
  undecided?: UndecidedFile | undefined
}

/** Called with the results of some files, once they are committed. */
export type OnResult = (results: FileResult[]) => Promise<void>

/** The fields that an update changes in the document (`fields`), or in which it leaves a difference to the file. */
export const fieldChanges = (
  mapping: Mapping,
  file: MappedRecord,
  {
    conflicts,
    fields,
    record,
  }: { conflicts: readonly string[]; fields: readonly string[]; record: MappedRecord },
  foreign: readonly string[],
): FieldChange[] => {
  const kept = differences(mapping, record, file).filter((field) => !foreign.includes(field))
  return [...new Set([...fields, ...kept])].map((field) => {
    const isOfBoth = conflicts.includes(field) || (fields.includes(field) && kept.includes(field))
    return { field, side: isOfBoth ? 'both' : fields.includes(field) ? 'file' : 'cms' }
  })
}

/** The result of a file that was rejected for one reason before it was compared. */
export const rejected = (problem: Problem, scope?: { name: string }): FileResult => ({
  path: problem.path,
  outcome: 'rejected',
  scope: scope?.name,
  fields: [],
  problems: [problem],
})

/** Problems by the path of their file, in order. */
export const problemsByPath = (problems: readonly Problem[]): Map<string, Problem[]> => {
  const byPath = new Map<string, Problem[]>()
  for (const problem of problems) {
    const known = byPath.get(problem.path)
    if (known) known.push(problem)
    else byPath.set(problem.path, [problem])
  }
  return byPath
}
