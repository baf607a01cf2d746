import type { PayloadRequest } from 'payload'

const turns = new WeakMap<PayloadRequest, Promise<void>>()

/**
 * Runs work on links after all earlier such work of the same request. A bulk operation runs the hooks of all its
 * documents concurrently, and two of them may change the same third document, or one that is being deleted.
 */
export const oneAtATime = (req: PayloadRequest, work: () => Promise<void>): Promise<void> => {
  const turn = (turns.get(req) ?? Promise.resolve()).then(work, work)
  turns.set(req, turn)
  return turn
}
