import { inTurn, orderOf } from '../orderedWrites.ts'
import { connectionOf, type SqlAdapter, withMembers } from './adapters.ts'
import { type Changes, noChanges, writeChanges } from './sqlChanges.ts'
import { type RowUpdate, type RowUpdates, updateEach } from './updateEach.ts'

/** Number of rows that are written together. SQLite runs a statement without letting the event loop run. */
const rowsAtOnce = 130

/** Updates the tables of a collection; see `updateRows`. */
export const updateOnSql = async (adapter: SqlAdapter, updates: RowUpdates): Promise<void> => {
  const { areThere = false, collection, documents, req, versions } = updates
  const find = async (): Promise<Pick<RowUpdates, 'documents' | 'versions'>> => ({
    documents: await existing(documents, (query) =>
      adapter.find({ collection, joins: false, req, ...query }),
    ),
    versions: await existing(versions, (query) => adapter.findVersions({ collection, req, ...query })),
  })
  const update = async (): Promise<void> => {
    const rows = areThere ? { documents, versions } : await find()
    const db = await connectionOf(adapter, req)
    for (const kind of ['documents', 'versions'] as const)
      for (let at = 0; at < rows[kind].length; at += rowsAtOnce) {
        const changes = noChanges()
        const some = { documents: [], versions: [], [kind]: rows[kind].slice(at, at + rowsAtOnce) }
        await updateEach(collecting(adapter, changes), { collection, req, ...some })
        await writeChanges(adapter, db, changes)
      }
  }
  await (areThere ? update() : inTurn(adapter, req, update))
}

type Found = { docs: { id: string | number }[] }

/** Leaves out rows that are gone: Payload would insert them anew, incompletely. */
const existing = async (
  updates: readonly RowUpdate[],
  find: (query: object) => Promise<Found>,
): Promise<RowUpdate[]> => {
  if (updates.length === 0) return []
  const where = { id: { in: updates.map(({ id }) => id) } }
  const { docs } = await find({ limit: 0, pagination: false, select: { id: true }, sort: 'id', where })
  const ids = new Set(docs.map(({ id }) => id))
  return updates.filter(({ id }) => ids.has(id))
}

/** The same adapter, which collects its statements. */
const collecting = (adapter: SqlAdapter, { added, removed, updated }: Changes): SqlAdapter => {
  const { updateOne, updateVersion } = orderOf(adapter) ?? adapter
  const insert: SqlAdapter['insert'] = ({ onConflictDoUpdate, tableName, values }) => {
    const rows = Array.isArray(values) ? values : [values]
    if (onConflictDoUpdate) updated.push(...rows.map((row) => ({ ...onConflictDoUpdate, row, tableName })))
    else added.set(tableName, [...(added.get(tableName) ?? []), ...rows])
    return Promise.resolve(rows)
  }
  const deleteWhere: SqlAdapter['deleteWhere'] = ({ tableName, where }) => {
    removed.set(tableName, [...(removed.get(tableName) ?? []), where])
    return Promise.resolve()
  }
  const members = { deleteWhere, insert, updateOne, updateVersion }
  return withMembers(adapter, new Map<string, unknown>(Object.entries(members)))
}
