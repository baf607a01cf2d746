import type { Payload } from 'payload'

import { copyRow } from './copyRow.ts'
import { tablesOf } from './tables.ts'

/** Rows precede those that refer to them: documents, versions, then the relations of both. */
const rankOf = (name: string): number => (name.startsWith('_') ? 1 : 0) + (name.endsWith('_rels') ? 2 : 0)

/**
 * Makes a site of many articles out of an imported one: each row that the import wrote for a file is inserted once
 * more for every copy, with its own ids, URLs, slugs, paths, questions, dates and texts, so that each copy is a
 * site like the first, under the same subjects. `copies` counts the first.
 */
export const multiply = async (
  payload: Payload,
  copies: number,
  onCopy: (copy: number) => void = () => undefined,
): Promise<void> => {
  const tables = tablesOf(payload)
  const names = (await tables.ofImport()).toSorted((a, b) => rankOf(a) - rankOf(b))
  const rows = new Map<string, Awaited<ReturnType<typeof tables.read>>>()
  for (const name of names) rows.set(name, await tables.read(name))
  for (let copy = 1; copy < copies; copy += 1) {
    for (const name of names) {
      const copied = (rows.get(name) ?? []).map((row) => copyRow(row, copy))
      if (copied.length > 0) await tables.insert(name, copied)
    }
    onCopy(copy)
  }
}
