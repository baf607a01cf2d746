import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/**
 * Runs work in one transaction of its own and commits it; an error rolls everything back and is thrown on.
 * Where the database has no transactions, the work just runs.
 */
export const inTransaction = async <T>(
  payload: Payload,
  context: Record<string, unknown>,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq({ context: { ...context } }, payload)
  const isOpen = await initTransaction(req)
  try {
    const result = await work(req)
    if (isOpen) await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
