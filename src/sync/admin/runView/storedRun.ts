import { isRecord } from '../../../documents/documents.ts'

/** A problem as the history of runs keeps it. */
export type StoredProblem = {
  severity: string
  path: string
  line: number
  column: number
  code: string
  message: string
  remedy: string
}

/** What the history of runs says of one run, ready to be shown. */
export type StoredRun = {
  kind: string
  status: string
  trigger: string
  who?: string
  /** What was asked for, in words. */
  asked: string[]
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

const askedFor = (options: Record<string, unknown>): string[] => {
  const { deleteMissing, drafts, maxDelete, overwrite } = options
  const most = typeof maxDelete === 'number' ? `, at most ${maxDelete}` : ''
  return [
    ...(deleteMissing === true ? [`delete what has no file any more${most}`] : []),
    ...(overwrite === true ? ['overwrite files that were changed since'] : []),
    ...(drafts === true ? ['drafts too'] : []),
  ]
}

/** Reads the row of a run, whatever its fields of JSON hold. */
export const storedRun = (row: Record<string, unknown>): StoredRun => {
  const options = isRecord(row.options) ? row.options : {}
  const optional = (name: 'who' | 'startedAt' | 'finishedAt'): Partial<StoredRun> =>
    typeof row[name] === 'string' && row[name] !== '' ? { [name]: row[name] } : {}
  return {
    kind: textIn(row, 'kind'),
    status: textIn(row, 'status'),
    trigger: textIn(row, 'trigger'),
    ...optional('who'),
    asked: askedFor(options),
    ...optional('startedAt'),
    ...optional('finishedAt'),
    counts: Object.entries(isRecord(row.counts) ? row.counts : {}).flatMap(
      ([name, count]): [string, number][] => (typeof count === 'number' ? [[name, count]] : []),
    ),
    problems: (Array.isArray(row.problems) ? row.problems : []).filter(isRecord).map(problemOf),
  }
}
