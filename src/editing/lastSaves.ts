import type { DocumentId } from '../documents/documents.ts'

/** Which open form made the save that gave a document its `updatedAt`. */
export type LastSave = { session: string; updatedAt: string }

// Production bundles this file a second time for Next; only the global object is shared.
const registry = Symbol.for('answerbook.last-saves')
const maxRemembered = 1000

const saves = (): Map<unknown, unknown> => {
  const known: unknown = Reflect.get(globalThis, registry)
  if (known instanceof Map) return known
  const created = new Map<unknown, unknown>()
  Reflect.set(globalThis, registry, created)
  return created
}

const keyOf = (collection: string, id: DocumentId): string => `${collection} ${id}`

const shown = ({ session, updatedAt }: LastSave): string => `${updatedAt} ${session}`

/**
 * Remembers who made the latest save of a document, for the 1,000 documents saved last. Kept in memory: after a
 * restart, the worst case is that an open form has to be reloaded.
 */
export const rememberSave = (collection: string, id: DocumentId, save: LastSave): void => {
  const key = keyOf(collection, id)
  const known = saves()
  known.delete(key)
  known.set(key, shown(save))
  if (known.size > maxRemembered) known.delete(known.keys().next().value)
}

/** Whether the save that gave a document its `updatedAt` came from this form. */
export const wasSavedBy = (collection: string, id: DocumentId, save: LastSave): boolean =>
  saves().get(keyOf(collection, id)) === shown(save)
