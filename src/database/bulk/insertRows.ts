import { connectionOf, isMongo, isSql, type Request, type Row, sessionOf, tableNameOf } from './adapters.ts'
import { insertInto } from './statements.ts'

/**
 * Adds rows to a collection of plain fields with few statements, in the transaction of a request; false if it does
 * not know the database. Payload adds one document at a time and reads it back. Relationships, arrays, groups and
 * has-many fields are not supported, and no hooks run.
 */
export const insertRows = async (
  adapter: object,
  { collection, req, rows }: { collection: string; req: Request; rows: readonly Row[] },
): Promise<boolean> => {
  if (isSql(adapter)) {
    const tableName = tableNameOf(adapter, collection)
    await insertInto(adapter, await connectionOf(adapter, req), { rows, tableName })
    return true
  }
  const model = isMongo(adapter) ? adapter.collections[collection] : undefined
  if (!isMongo(adapter) || !model) return false
  const session = await sessionOf(adapter.sessions, req)
  await model.insertMany([...rows], session ? { session } : {})
  return true
}
