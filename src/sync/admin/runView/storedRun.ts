import { isRecord } from '../../../documents/documents.ts'

/** A problem as the history of runs stores it. */
export type StoredProblem = {
  severity: string
  path: string
  line: number
  column: number
  code: string
  message: string
  remedy: string
}

/** The options that a run was started with; `maxDelete` is a percentage. */
export type RunOptions = {
  deleteMissing: boolean
  drafts: boolean
  overwrite: boolean
  maxDelete?: number
  takeConflicts?: 'file' | 'cms'
}

/** A run of the history, ready to be shown. */
export type StoredRun = {
  kind: string
  status: string
  trigger: string
  who?: string
  options: RunOptions
  startedAt?: string
  finishedAt?: string
  counts: [name: string, count: number][]
  problems: StoredProblem[]
}

const textIn = (row: Record<string, unknown>, name: string): string =>
  typeof row[name] === 'string' ? row[name] : ''

const numberIn = (row: Record<string, unknown>, name: string): number =>
  typeof row[name] === 'number' ? row[name] : 1

const problemOf = (row: Record<string, unknown>): StoredProblem => ({
  severity: textIn(row, 'severity'),
  path: textIn(row, 'path'),
  line: numberIn(row, 'line'),
  column: numberIn(row, 'column'),
  code: textIn(row, 'code'),
  message: textIn(row, 'message'),
  remedy: textIn(row, 'remedy'),
})

const optionsOf = (options: unknown): RunOptions => {
  const { deleteMissing, drafts, maxDelete, overwrite, takeConflicts } = isRecord(options) ? options : {}
  return {
    deleteMissing: deleteMissing === true,
    drafts: drafts === true,
    overwrite: overwrite === true,
    ...(takeConflicts === 'file' || takeConflicts === 'cms' ? { takeConflicts } : {}),
    ...(typeof maxDelete === 'number' ? { maxDelete } : {}),
  }
}

/** Reads the row of a run, whatever its JSON fields contain. */
export const storedRun = (row: Record<string, unknown>): StoredRun => {
  const optional = (name: 'who' | 'startedAt' | 'finishedAt'): Partial<StoredRun> =>
    typeof row[name] === 'string' && row[name] !== '' ? { [name]: row[name] } : {}
  return {
    kind: textIn(row, 'kind'),
    status: textIn(row, 'status'),
    trigger: textIn(row, 'trigger'),
    ...optional('who'),
    options: optionsOf(row.options),
    ...optional('startedAt'),
    ...optional('finishedAt'),
    counts: Object.entries(isRecord(row.counts) ? row.counts : {}).flatMap(
      ([name, count]): [string, number][] => (typeof count === 'number' ? [[name, count]] : []),
    ),
    problems: (Array.isArray(row.problems) ? row.problems : []).filter(isRecord).map(problemOf),
  }
}
