import { isRecord } from '../../../admin/isRecord.ts'
import { countsIn, numberIn, recordsIn, textIn } from '../../../admin/readJson.ts'

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
  /** Whether all files are read. */
  full: boolean
}

/** A run of the history, ready to be shown. */
export type StoredRun = {
  kind: string
  /** Whether it is an export to download. */
  isDownload: boolean
  /** Whether it only showed what it would do. */
  isDry: boolean
  status: string
  trigger: string
  who?: string
  /** The folder on the server that was imported; absent for an export and an upload. */
  folder?: string
  options: RunOptions
  startedAt?: string
  finishedAt?: string
  counts: [name: string, count: number][]
  problems: StoredProblem[]
}

/** Reads a problem as runs store it. */
export const problemOf = (row: Record<string, unknown>): StoredProblem => ({
  severity: textIn(row, 'severity'),
  path: textIn(row, 'path'),
  line: numberIn(row, 'line') ?? 1,
  column: numberIn(row, 'column') ?? 1,
  code: textIn(row, 'code'),
  message: textIn(row, 'message'),
  remedy: textIn(row, 'remedy'),
})

const optionsOf = (options: unknown): RunOptions => {
  const { deleteMissing, drafts, full, maxDelete, overwrite, takeConflicts } = isRecord(options)
    ? options
    : {}
  return {
    deleteMissing: deleteMissing === true,
    drafts: drafts === true,
    overwrite: overwrite === true,
    full: full === true,
    ...(takeConflicts === 'file' || takeConflicts === 'cms' ? { takeConflicts } : {}),
    ...(typeof maxDelete === 'number' ? { maxDelete } : {}),
  }
}

const folderOf = (request: unknown): Partial<StoredRun> => {
  const source = isRecord(request) && isRecord(request.source) ? request.source : {}
  return typeof source.folder === 'string' ? { folder: source.folder } : {}
}

/** Reads the row of a run, whatever its JSON fields contain. */
export const storedRun = (row: Record<string, unknown>): StoredRun => {
  const optional = (name: 'who' | 'startedAt' | 'finishedAt'): Partial<StoredRun> =>
    typeof row[name] === 'string' && row[name] !== '' ? { [name]: row[name] } : {}
  return {
    kind: textIn(row, 'kind'),
    isDownload: isRecord(row.request) && isRecord(row.request.target) && row.request.target.download === true,
    isDry: row.isDry === true || (isRecord(row.options) && row.options.isDry === true),
    ...folderOf(row.request),
    status: textIn(row, 'status'),
    trigger: textIn(row, 'trigger'),
    ...optional('who'),
    options: optionsOf(row.options),
    ...optional('startedAt'),
    ...optional('finishedAt'),
    counts: countsIn(row, 'counts'),
    problems: recordsIn(row, 'problems').map(problemOf),
  }
}
