import path from 'node:path'

import type { Payload, PayloadRequest } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { documentsOf, isRecord } from '../../documents/documents.ts'
import { keptProblems } from '../keptProblems.ts'
import { hasErrors } from '../report.ts'
import type { Addition } from '../resolveRelations.ts'
import { rowsOf } from '../../documents/rows.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

export type RunKind = 'import' | 'export'

/** What the history records when a run begins. */
export type RunOptions = {
  folder: string
  trigger?: 'command' | 'migration' | 'admin'
  who?: string
  deleteMissing?: boolean
  takeConflicts?: 'file' | 'cms'
  maxDelete?: number
  overwrite?: boolean
  drafts?: boolean
  full?: boolean
  /** Whether nothing but the history is written. */
  isDry?: boolean
  /** What the title names instead of the folder. */
  about?: string
  /** What a run in the background was asked to do, for another process to continue it. */
  request?: Record<string, unknown>
}

/** The row of a run that begins now. */
export const rowOfRun = (options: RunOptions, kind: RunKind) => {
  const {
    folder,
    trigger = 'command',
    who,
    deleteMissing,
    maxDelete,
    overwrite,
    drafts,
    takeConflicts,
    about = path.basename(path.resolve(folder)),
    full,
    isDry,
    request,
  } = options
  return {
    // The same in all languages of the admin. It does not reveal where the folder is on the server.
    title: `${kind === 'import' ? 'Import' : 'Export'}: ${about}`,
    kind,
    trigger,
    status: 'running',
    options: { folder, deleteMissing, maxDelete, overwrite, drafts, takeConflicts, full, isDry },
    ...(isDry ? { isDry } : {}),
    ...(request ? { request, attempts: 1 } : {}),
    startedAt: new Date().toISOString(),
    who,
  }
}

/** The changes to the row of a run that ends now. */
export const outcomeOf = (
  status: 'interrupted' | 'failed' | undefined,
  counts: Record<string, number>,
  problems: Problem[],
) => {
  const now = new Date().toISOString()
  return {
    status: status ?? (hasErrors({ problems }) ? 'errors' : 'done'),
    counts,
    problems: problems.slice(0, keptProblems),
    finishedAt: now,
    updatedAt: now,
  }
}

/** Whether the previous run of a kind finished. Dry runs do not count. */
export const hasFinishedLast = async (payload: Payload, kind: RunKind, before: string): Promise<boolean> => {
  const [last] = await rowsOf(payload).find({
    collection: slugsOf(payload).runs,
    limit: 1,
    select: { status: true },
    sort: '-createdAt',
    where: {
      and: [{ kind: { equals: kind } }, { id: { not_equals: before } }, { isDry: { not_equals: true } }],
    },
  })
  return last?.status === 'done' || last?.status === 'errors'
}

const isAddition = (value: unknown): value is Addition =>
  isRecord(value) && typeof value.collection === 'string'

/** What a run has created in addition to the documents of files. */
export const createdBy = (run: Record<string, unknown>): Addition[] =>
  Array.isArray(run.additions) ? run.additions.filter(isAddition) : []

/** Adds to the list of what a run has created, in the transaction that created it. */
export const recordCreated = async (
  req: PayloadRequest,
  run: string,
  additions: readonly Addition[],
): Promise<void> => {
  const documents = documentsOf(req.payload)
  const known = await documents.findByID({ collection: slugsOf(req.payload).runs, id: run, req })
  if (!known) return
  await documents.update({
    collection: slugsOf(req.payload).runs,
    id: run,
    req,
    data: { additions: [...createdBy(known), ...additions] },
  })
}
