/** Runs a statement with Drizzle, on a database or in a transaction. */
export const executeOn = async (db: unknown, statement: string): Promise<void> => {
  const execute: unknown = typeof db === 'object' && db !== null ? Reflect.get(db, 'execute') : undefined
  if (typeof execute !== 'function') throw new TypeError('Nothing can run statements here.')
  await Reflect.apply(execute, db, [statement])
}
