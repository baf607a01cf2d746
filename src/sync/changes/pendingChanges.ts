import type { Payload, Where } from 'payload'

import { documentsOf } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { byPerson, type ChangeKind, changeKinds, type ChangeRow, changeRowsOf } from './changeRows.ts'

export type ChangesQuery = { kind?: ChangeKind | undefined; person?: string | undefined; page?: number }

const peopleOfNewest = 1000

const matching = ({ kind, person }: ChangesQuery): Where => ({
  and: [{ kind: kind ? { equals: kind } : { in: [...changeKinds] } }, ...(person ? [byPerson(person)] : [])],
})

/** The number of documents whose files the next export changes, as far as they have been compared. */
export const countChanges = (payload: Payload, query: ChangesQuery = {}): Promise<number> =>
  documentsOf(payload).count({ collection: slugsOf(payload).changes, where: matching(query) })

/** A page of the documents whose files the next export changes, newest changes first. */
export const pendingChanges = (
  payload: Payload,
  { page = 1, ...query }: ChangesQuery,
  limit: number,
): Promise<ChangeRow[]> =>
  changeRowsOf(payload).find(matching(query), { limit, page, sort: ['-changedAt', 'id'] })

/** Everybody who has changed one of the documents, in alphabetical order; of a great many, the most recent ones. */
export const peopleOfChanges = async (payload: Payload): Promise<string[]> => {
  const rows = await changeRowsOf(payload).find(matching({}), {
    limit: peopleOfNewest,
    sort: ['-changedAt', 'id'],
  })
  return [...new Set(rows.flatMap(({ people }) => people))].sort((a, b) => a.localeCompare(b))
}
