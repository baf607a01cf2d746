import type { Payload } from 'payload'
import { z } from 'zod'

import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { problemCodes } from '../../problems/problems.ts'
import { type FileResult, type Outcome, outcomes } from '../fileResults.ts'

/** A result as it is stored, with the document of the file. */
export type StoredResult = FileResult & { collection?: string | undefined; document?: string | undefined }

/** The numbers of files with an outcome, and with a problem of a code. */
export type ResultCounts = { outcomes: Record<string, number>; codes: Record<string, number> }

/** A row without its files. */
type Row = { id: string | number; outcome: Outcome; codes: string[]; size: number }

const problem = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  code: z.enum(problemCodes),
  message: z.string(),
  remedy: z.string(),
})

const files = z.array(
  z.object({
    path: z.string(),
    scope: z.string().optional(),
    fields: z.array(z.object({ field: z.string(), side: z.enum(['file', 'cms', 'both']) })),
    problems: z.array(problem),
    collection: z.string().optional(),
    document: z.string().optional(),
    undecided: z.object({ collection: z.string(), document: z.string(), text: z.string() }).optional(),
  }),
)

const isOutcome = (value: unknown): value is Outcome => outcomes.some((outcome) => outcome === value)

const add = (counts: Record<string, number>, name: string, n: number): void => {
  counts[name] = (counts[name] ?? 0) + n
}

/** The results of a run in the order of their outcomes; only the rows that a page needs are read. */
export const resultsOf = (payload: Payload, run: string) => {
  const rows = rowsOf(payload)
  const collection = slugsOf(payload).results

  const list = async (): Promise<Row[]> => {
    const select = { outcome: true, codes: true, size: true } as const
    const found = await rows.find({ collection, select, sort: 'position', where: { run: { equals: run } } })
    const all = found.flatMap(({ codes, id, outcome, size }): Row[] =>
      isOutcome(outcome)
        ? [
            {
              id,
              outcome,
              codes: (typeof codes === 'string' ? codes : '').split(' ').filter(Boolean),
              size: Number(size),
            },
          ]
        : [],
    )
    return outcomes.flatMap((outcome) => all.filter((row) => row.outcome === outcome))
  }

  const read = async ({ id, outcome }: Row): Promise<StoredResult[]> => {
    const row = await rows.findById(collection, id)
    return files.parse(row?.files ?? []).map((file) => ({ ...file, outcome }))
  }

  return {
    counts: async (): Promise<ResultCounts> => {
      const counts: ResultCounts = { outcomes: {}, codes: {} }
      for (const { codes, outcome, size } of await list()) {
        add(counts.outcomes, outcome, size)
        for (const code of codes) add(counts.codes, code, size)
      }
      return counts
    },
    /** Some results with an outcome or a problem of a code, from a place, and the number of all of them. */
    page: async ({
      code,
      from,
      limit,
      outcome,
    }: {
      code?: string | undefined
      from: number
      limit: number
      outcome?: string | undefined
    }): Promise<{ results: StoredResult[]; total: number }> => {
      const wanted = (await list()).filter(
        (row) => (!outcome || row.outcome === outcome) && (!code || row.codes.includes(code)),
      )
      const results: StoredResult[] = []
      let at = 0
      for (const row of wanted) {
        const skipped = Math.max(0, from - at)
        if (results.length < limit && skipped < row.size)
          results.push(...(await read(row)).slice(skipped, skipped + limit - results.length))
        at += row.size
      }
      return { results, total: at }
    },
    /** All results of some outcomes, a row at a time. */
    all: async function* (
      only: readonly Outcome[] = outcomes,
    ): AsyncGenerator<StoredResult[], void, undefined> {
      for (const row of await list()) if (only.includes(row.outcome)) yield await read(row)
    },
    /** Removes the results with some outcomes. */
    remove: (only: readonly Outcome[]): Promise<void> =>
      rows.remove({
        collection,
        where: { and: [{ run: { equals: run } }, { outcome: { in: [...only] } }] },
      }),
    /** Removes the conflicts of files whose records are as they were, so that the next import finds them again. */
    removeUndecided: async (): Promise<void> => {
      for (const row of await list()) {
        if (row.outcome !== 'conflicts') continue
        const all = await read(row)
        const recorded = all.filter(({ fields, undecided }) => fields.length > 0 && !undecided)
        const files = recorded.map(({ outcome: _, ...file }) => file)
        const { id } = row
        if (files.length === 0) await rows.remove({ collection, where: { id: { equals: id } } })
        else if (files.length < all.length)
          await rows.update({ collection, id, data: { files, size: files.length } })
      }
    },
  }
}
