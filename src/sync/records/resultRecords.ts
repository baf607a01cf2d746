import type { Payload } from 'payload'

import { chunks } from '../../documents/pages.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Problem } from '../../problems/problems.ts'
import { type FileResult, type OnResult, problemsByPath } from '../fileResults.ts'
import { fileRecordsOf } from './fileRecords.ts'

/** Number of files in a row. */
const rowSize = 300

/** About how many characters of problems a row may have; a document of MongoDB has at most 16 MB. */
const rowCharacters = 1_000_000

/** Milliseconds after which results are written even if a row is not full, so that they are seen and survive a kill. */
const maxDelay = 5_000

type Waiting = { results: FileResult[]; characters: number }

/** What a run has done with files, written to the database while it runs. */
export type ResultRecorder = {
  add: OnResult
  /** Writes what is left, with problems that belong to no result yet. Call it once, before the run counts as ended. */
  end: (problems: readonly Problem[]) => Promise<void>
}

const codesOf = ({ problems }: FileResult): string =>
  [...new Set(problems.map(({ code }) => code))].sort().join(' ')

const charactersOf = ({ problems, undecided }: FileResult): number =>
  problems.reduce((sum, { message }) => sum + message.length, 100 + (undecided?.text.length ?? 0))

/** The files of results as rows have them, with the documents that they belong to now. */
const filesOf = async (payload: Payload, results: readonly FileResult[]): Promise<object[]> => {
  const files: object[] = []
  for (const page of chunks(results, rowSize)) {
    const scopes = [...new Set(page.map(({ scope = '' }) => scope))]
    const known = new Map<string, Awaited<ReturnType<ReturnType<typeof fileRecordsOf>['known']>>>()
    for (const scope of scopes) {
      const paths = page.flatMap(({ path, scope: own = '' }) => (own === scope ? [path] : []))
      known.set(scope, await fileRecordsOf(payload, undefined, scope).known(paths))
    }
    for (const { outcome: _, scope = '', ...file } of page) {
      const { collection, document } = known.get(scope)?.get(file.path) ?? file.undecided ?? {}
      files.push({
        ...file,
        ...(scope === '' ? {} : { scope }),
        ...(document === undefined ? {} : { collection, document }),
      })
    }
  }
  return files
}

/**
 * Records the results of a run. Those with the same outcome and codes are collected into rows, in the order in which they
 * arrive; a run that another process continues adds to the rows that are there.
 */
export const recordResults = async (payload: Payload, run: string): Promise<ResultRecorder> => {
  const rows = rowsOf(payload)
  const collection = slugsOf(payload).results
  const attached = new WeakSet<Problem>()
  const waiting = new Map<string, Waiting>()
  const before = await rows.find({
    collection,
    limit: 1,
    select: { position: true },
    sort: '-position',
    where: { run: { equals: run } },
  })
  let position = Number(before[0]?.position ?? -1) + 1
  let writtenAt = performance.now()

  let writing: Promise<void> = Promise.resolve()

  const insert = async (key: string, { results }: Waiting, place: number): Promise<void> => {
    const [outcome = '', codes = ''] = key.split('|')
    const files = await filesOf(payload, results)
    const data = { run, position: place, outcome, codes, size: files.length, files }
    await rows.create({ collection, data })
  }

  /** Writes a row while the run goes on; it waits for the row before, and fails if that has failed. */
  const write = async (key: string, row: Waiting): Promise<void> => {
    waiting.delete(key)
    await writing
    writing = insert(key, row, position)
    position += 1
    // Whoever waits for it next gets the error.
    writing.catch(() => undefined)
  }

  const writeAll = async (): Promise<void> => {
    for (const [key, row] of [...waiting]) await write(key, row)
    writtenAt = performance.now()
  }

  const add: OnResult = async (results) => {
    for (const result of results) {
      for (const problem of result.problems) attached.add(problem)
      const key = `${result.outcome}|${codesOf(result)}`
      const row = waiting.get(key) ?? { results: [], characters: 0 }
      waiting.set(key, row)
      row.results.push(result)
      row.characters += charactersOf(result)
      if (row.results.length >= rowSize || row.characters >= rowCharacters) await write(key, row)
    }
    if (performance.now() - writtenAt >= maxDelay) await writeAll()
  }

  return {
    add,
    end: async (problems) => {
      const late = problemsByPath(problems.filter((problem) => !attached.has(problem)))
      await add([...late].map(([path, found]) => ({ path, outcome: 'noted', fields: [], problems: found })))
      await writeAll()
      await writing
    },
  }
}
