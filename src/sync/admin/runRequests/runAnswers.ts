import { isRecord } from '../../../admin/isRecord.ts'
import { countsIn, numberIn, recordsIn, textIn } from '../../../admin/readJson.ts'
import { problemOf, type StoredProblem } from '../runView/storedRun.ts'

type Json = Record<string, unknown>

export type Counts = [name: string, count: number][]

/** How far a run has got. */
export type RunState = {
  status: string
  phase: string
  done: number
  total?: number
  perSecond?: number
  secondsLeft?: number
  counts: Counts
  isCancelling: boolean
}

/** A document that a file belongs to. */
export type ShownDocument = { collection: string; id: string; title: string }

/** What a run did with a file, or would do. */
export type FileResult = {
  path: string
  outcome: string
  fields: { field: string; side: string }[]
  document?: ShownDocument
  problems: StoredProblem[]
}

export type Page<Item> = { docs: Item[]; page: number; totalPages: number; totalDocs: number }

export type ResultPage = Page<FileResult> & { counts: { outcomes: Counts; codes: Counts } }

/** A field that the file and the CMS have both changed; null where one of them has no value. */
export type ShownConflict = {
  path: string
  document?: ShownDocument
  field: string
  label: string
  isMarkdown: boolean
  cms: string | null
  file: string | null
}

const documentOf = (row: Json): { document?: ShownDocument } => {
  const { document } = row
  if (!isRecord(document) || (typeof document.id !== 'string' && typeof document.id !== 'number')) return {}
  const { id } = document
  return {
    document: {
      id: String(id),
      collection: textIn(row, 'collection'),
      title: textIn(document, 'title'),
    },
  }
}

const pageOf = <Item>(body: Json, read: (row: Json) => Item): Page<Item> => ({
  docs: recordsIn(body, 'docs').map(read),
  page: numberIn(body, 'page') ?? 1,
  totalPages: numberIn(body, 'totalPages') ?? 1,
  totalDocs: numberIn(body, 'totalDocs') ?? 0,
})

/** Reads the answer of `runs/:id/progress`. */
export const stateOf = (body: Json): RunState => {
  const total = numberIn(body, 'total')
  const perSecond = numberIn(body, 'perSecond')
  const secondsLeft = numberIn(body, 'secondsLeft')
  return {
    status: textIn(body, 'status'),
    phase: textIn(body, 'phase'),
    done: numberIn(body, 'done') ?? 0,
    ...(total === undefined ? {} : { total }),
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    counts: countsIn(body, 'counts'),
    isCancelling: body.isCancelling === true,
  }
}

/** Reads the answer of `runs/:id/results`. */
export const resultPageOf = (body: Json): ResultPage => {
  const counts = isRecord(body.counts) ? body.counts : {}
  return {
    ...pageOf(body, (row) => ({
      path: textIn(row, 'path'),
      outcome: textIn(row, 'outcome'),
      fields: recordsIn(row, 'fields').map((field) => ({
        field: textIn(field, 'field'),
        side: textIn(field, 'side'),
      })),
      ...documentOf(row),
      problems: recordsIn(row, 'problems').map(problemOf),
    })),
    counts: { outcomes: countsIn(counts, 'outcomes'), codes: countsIn(counts, 'codes') },
  }
}

/** Reads the answer of `runs/:id/conflicts`. */
export const conflictPageOf = (body: Json): Page<ShownConflict> =>
  pageOf(body, (row) => ({
    path: textIn(row, 'path'),
    ...documentOf(row),
    field: textIn(row, 'field'),
    label: textIn(row, 'label') || textIn(row, 'field'),
    isMarkdown: row.isMarkdown === true,
    cms: typeof row.cms === 'string' ? row.cms : null,
    file: typeof row.file === 'string' ? row.file : null,
  }))
