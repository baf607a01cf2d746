import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { setRequestLocale } from '../../documents/inLocale.ts'
import { chunks } from '../../documents/pages.ts'
import { ImportBatch } from '../../documents/importBatch.ts'
import type { Lease } from '../records/lease.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { rowsOf } from '../../documents/rows.ts'
import { recordCreated } from '../records/runRecords.ts'
import { inTransaction } from '../../documents/transaction.ts'
import type { Addition } from '../resolveRelations.ts'
import { announce } from './announce.ts'
import { applyFile } from './applyFile.ts'
import { type CreatedTogether, createTogether, insertedAtOnce } from './createTogether.ts'
import { isOfText } from './laterRelations.ts'
import { linkTargets, newUrls } from './lookUps.ts'
import { outdatedOf } from './outdatedOf.ts'
import type { Planned } from './planBatch.ts'
import { recordSaved, type Saved } from './recordSaved.ts'
import type { SourceFile } from './types.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

/** What writing planned files has led to. */
export type Applied = {
  applied: Planned[]
  /** Files that were not applied because somebody has saved their documents since they were planned. */
  outdated: SourceFile[]
  problems: Problem[]
  /** Paths of files that refer to missing documents, which other files may create, each with its problem. */
  waiting: Map<string, Problem[]>
}

export type ApplyOptions = {
  /** The context of the requests. */
  context: Record<string, unknown>
  lease: Lease | undefined
  /** Called when only the database has something left to do, possibly more than once. */
  meanwhile?: (() => void) | undefined
}

const spellingProblem = ({ source: { path } }: Planned, spelling: string): Problem => ({
  severity: 'warning',
  path,
  line: 1,
  column: 1,
  code: 'subject-spelling',
  message: `"${spelling}" is another spelling of an existing name; it was added as an alias.`,
  remedy: 'Nothing to do: files keep their spelling. If it is a mistake, use one spelling.',
})

type Writing = {
  links: Map<string, string | number>
  run: string | undefined
  together: CreatedTogether | undefined
}

/** Writes the documents of files; `recordSaved` records the files. */
const writeDocuments = async (
  req: PayloadRequest,
  planned: readonly Planned[],
  { links, run, together }: Writing,
): Promise<{ saved: Saved[]; problems: Problem[] }> => {
  const saved: Saved[] = []
  const problems: Problem[] = []
  const added: Addition[] = []
  for (const one of planned) {
    // SQLite responds without letting the event loop run.
    await turn()
    const announced = await announce(req, one, run)
    const { additions, problems: conflicts, ...written } = await applyFile(req, announced, links, together)
    added.push(...additions)
    saved.push({ planned: announced, ...written })
    problems.push(
      ...conflicts,
      ...additions.flatMap(({ alias }) => (alias === undefined ? [] : [spellingProblem(one, alias)])),
    )
  }
  if (run && added.length > 0) await recordCreated(req, run, added)
  return { saved, problems }
}

const resultOf = (saved: readonly Saved[]): Pick<Applied, 'applied' | 'waiting'> => ({
  applied: saved.map(({ planned }) => planned),
  waiting: new Map(
    saved.flatMap(({ later, planned: { source } }): [string, Problem[]][] =>
      later?.size ? [[source.path, []]] : [],
    ),
  ),
})

const insertRows = async (req: PayloadRequest, { files, links }: ImportBatch['rows']): Promise<void> => {
  const slugs = slugsOf(req.payload)
  await rowsOf(req.payload).createMany(slugs.links, links, req)
  await rowsOf(req.payload).createMany(slugs.files, files, req)
}

/** Writes planned files in one transaction, and checks that it was committed. Throws if one of them fails. */
export const applyTogether = async (
  payload: Payload,
  planned: readonly Planned[],
  { context, lease, meanwhile }: ApplyOptions,
): Promise<Applied> => {
  const run = lease?.run
  const urls = await newUrls(payload, planned)
  const targets = await linkTargets(payload, planned)
  const result = await inTransaction(payload, context, async (req) => {
    // All files of a batch are in one locale.
    setRequestLocale(req, planned[0]?.source.record.locale)
    const batch = new ImportBatch(urls)
    Object.assign(req.context, batch.context)
    await lease?.assertHeld(req)
    const outdated = await outdatedOf(req, planned)
    const current = planned.filter(({ source }) => !outdated.has(source))
    const links = new Map(targets)
    const together = await createTogether(req, current, links)
    const saved: Saved[] = []
    const problems: Problem[] = []
    try {
      for (const some of chunks(current, insertedAtOnce)) {
        const written = await writeDocuments(req, some, { links, run, together })
        saved.push(...written.saved)
        problems.push(...written.problems, ...(await recordSaved(req, written.saved, { batch, run })))
        const rows = batch.takeRows()
        const insert = (): Promise<void> => insertRows(req, rows)
        if (together) together.begin(insert)
        else await insert()
      }
      meanwhile?.()
      await together?.insert()
      return { ...resultOf(saved), outdated: [...outdated], problems }
    } finally {
      // The transaction must not end while a statement of it is running.
      await together?.settled()
    }
  })
  // An adapter may report a failed commit as done; the last row shows whether it happened.
  const last = result.applied.at(-1)
  if (!last) return result
  const { scope, path } = last.source
  const known = await fileRecordsOf(payload, undefined, scope.name).known([path])
  if (!isOfText(known.get(path), last.source.digest))
    throw new Error('The database reported a commit that did not happen. Check its disk and try again.')
  return result
}
