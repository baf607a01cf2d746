import type { Payload, PayloadRequest } from 'payload'

import type { Problem } from '../frontMatter/index.ts'
import { documentsOf, isRecord } from './documents.ts'
import { hasErrors } from './report.ts'
import type { Brought } from './resolveRelations.ts'

// A report of a whole site may hold very many warnings; the history keeps what a person will read.
const keptProblems = 2000

type RunOptions = {
  payload: Payload
  folder: string
  trigger?: 'command' | 'migration' | 'admin'
  who?: string
  dryRun?: boolean
  deleteMissing?: boolean
  maxDelete?: number
  overwrite?: boolean
  drafts?: boolean
}

/** Writes a run into the history as running; returns its id. */
export const startRun = async (
  options: RunOptions,
  kind: 'import' | 'export' = 'import',
): Promise<string> => {
  const { payload, folder, trigger = 'command', who, deleteMissing, maxDelete, overwrite, drafts } = options
  const startedAt = new Date().toISOString()
  const run = await documentsOf(payload).create({
    collection: 'runs',
    data: {
      title: `${kind === 'import' ? 'Import from' : 'Export to'} ${folder}`,
      kind,
      trigger,
      status: 'running',
      options: { folder, deleteMissing, maxDelete, overwrite, drafts },
      startedAt,
      who,
    },
  })
  return String(run.id)
}

/** Writes what came of a run into the history. */
export const finishRun = async (
  payload: Payload,
  run: string,
  status: 'interrupted' | 'failed' | undefined,
  counts: Record<string, number>,
  problems: Problem[],
): Promise<void> => {
  await documentsOf(payload).update({
    collection: 'runs',
    id: run,
    data: {
      status: status ?? (hasErrors({ problems }) ? 'errors' : 'done'),
      counts,
      problems: problems.slice(0, keptProblems),
      finishedAt: new Date().toISOString(),
    },
  })
}

const isBrought = (value: unknown): value is Brought =>
  isRecord(value) && typeof value.collection === 'string'

/** What a run has made beside the documents of files. */
export const broughtBy = (run: Record<string, unknown>): Brought[] =>
  Array.isArray(run.brought) ? run.brought.filter(isBrought) : []

/** Adds to that, in the transaction that made it. */
export const noteBrought = async (
  req: PayloadRequest,
  run: string,
  brought: readonly Brought[],
): Promise<void> => {
  const documents = documentsOf(req.payload)
  const known = await documents.findByID({ collection: 'runs', id: run, req })
  if (!known) return
  await documents.update({
    collection: 'runs',
    id: run,
    req,
    data: { brought: [...broughtBy(known), ...brought] },
  })
}
