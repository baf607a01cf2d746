import type { Payload, Where } from 'payload'

import { chunks } from '../../documents/pages.ts'
import { registeredMapping } from '../../documents/registeredOptions.ts'
import { inTransaction } from '../../documents/transaction.ts'
import type { Mapping } from '../../mapping/types.ts'
import { type ChangeRow, changeRowsOf } from './changeRows.ts'
import { spreadChange } from './spreadChange.ts'
import { type Verdict, verdictsOf } from './verdicts.ts'

const checkedAtOnce = 100

/** What replaces the rows of a document: one row, or none. */
type Settled = { set: ChangeRow | undefined; removed: readonly ChangeRow[] }

/** Only rows that were read before the comparison are removed: another one may have been added since. */
const settle = (rows: readonly ChangeRow[], verdict: Verdict | undefined): Settled => {
  const [first, ...others] = rows
  if (!first || !verdict) return { set: undefined, removed: rows }
  const { updatedAt = new Date().toISOString(), ...shown } = verdict
  const times = rows.flatMap(({ changedAt }) => (changedAt === '' ? [] : changedAt))
  const set = {
    ...first,
    ...shown,
    title: shown.title ?? rows.find(({ title }) => title !== undefined)?.title,
    people: [...new Set(rows.flatMap(({ people }) => people))],
    changedAt: times.sort().at(-1) ?? updatedAt,
  }
  return { set, removed: others }
}

// In one transaction, since each commit waits for the disk.
const store = (payload: Payload, settled: readonly Settled[]): Promise<void> =>
  inTransaction(payload, {}, async (req) => {
    const changes = changeRowsOf(payload, req)
    for (const { set } of settled) if (set) await changes.set(set)
    await changes.remove(settled.flatMap(({ removed }) => removed.map(({ id }) => id)))
  })

/** A file that is written now is not removed: a document that was to lose it is compared again. */
const recheckWritten = async (payload: Payload, mapping: Mapping, verdicts: ReadonlyMap<string, Verdict>) => {
  const changes = changeRowsOf(payload)
  const { collection } = mapping
  const paths = [...verdicts.values()].flatMap(({ files }) =>
    files.flatMap(({ kind, path }) => (kind === 'removed' ? [] : path)),
  )
  if (paths.length === 0) return
  const where: Where = { and: [{ relationTo: { equals: collection } }, { was: { in: paths } }] }
  const wrong = (await changes.find(where)).filter(
    ({ document, kind }) => kind !== 'unchecked' && !verdicts.has(document),
  )
  await changes.add(wrong.map(({ document }) => ({ collection, document, kind: 'unchecked' })))
}

const checkDocuments = async (
  payload: Payload,
  mapping: Mapping,
  documents: readonly string[],
): Promise<void> => {
  const all = await changeRowsOf(payload).ofDocuments(mapping.collection, documents)
  const placed = new Map(
    documents.map((id) => [
      id,
      all.flatMap((row) => (row.document === id && row.kind === 'placed' ? (row.path ?? []) : [])),
    ]),
  )
  const verdicts = await verdictsOf(payload, mapping, documents, placed)
  const settled = documents.map((id) => {
    const own = all.filter(({ document, kind }) => document === id && kind !== 'placed' && kind !== 'spread')
    return settle(own, verdicts.get(id))
  })
  await store(payload, settled)
  await recheckWritten(payload, mapping, verdicts)
}

const checkSome = async (payload: Payload, rows: readonly ChangeRow[]): Promise<void> => {
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const own = rows.filter((row) => row.collection === collection)
    const mapping = registeredMapping(payload, collection)
    // The app no longer maps the collection.
    if (!mapping) {
      await changeRowsOf(payload).remove(own.map(({ id }) => id))
      continue
    }
    for (const row of own) if (row.kind === 'spread') await spreadChange(payload, mapping, row)
    const documents = new Set(own.flatMap((row) => (row.kind === 'spread' ? [] : row.document)))
    for (const some of chunks([...documents], checkedAtOnce)) await checkDocuments(payload, mapping, some)
  }
}

/**
 * Compares the files of documents that have changed since they were last compared, for about the given time. Returns whether
 * all have been compared. Other requests proceed meanwhile, and several processes may do this at the same time.
 */
export const checkChanges = async (
  payload: Payload,
  { milliseconds = Infinity }: { milliseconds?: number } = {},
): Promise<boolean> => {
  const until = performance.now() + milliseconds
  for (;;) {
    const rows = await changeRowsOf(payload).find(
      { kind: { in: ['spread', 'unchecked'] } },
      {
        limit: checkedAtOnce,
      },
    )
    if (rows.length === 0) return true
    if (performance.now() >= until) return false
    await checkSome(payload, rows)
  }
}
