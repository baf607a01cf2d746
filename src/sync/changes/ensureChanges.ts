import type { Payload } from 'payload'

import { digestOf } from '../../files/readTextFile.ts'
import { registeredMappings } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { changeRowsOf } from './changeRows.ts'
import { everyDocument } from './spreadChange.ts'

// A new value compares all documents of every database again.
const current = 1

const markOf = (collection: string): string => `answerbook-changes:${collection}`

/**
 * Compares all documents of a database again whose mapping has changed, or that comes from a version without changes. Must be
 * called at each start.
 */
export const ensureChanges = async (payload: Payload): Promise<void> => {
  for (const mapping of registeredMappings(payload) ?? []) {
    const { collection } = mapping
    const wanted = `${current} ${digestOf(JSON.stringify(mapping))}`
    const mark = markOf(collection)
    if ((await payload.kv.get(mark)) === wanted) continue
    if ((await rowsOf(payload).count(collection)) > 0)
      await changeRowsOf(payload).add([
        { collection, document: everyDocument, kind: 'spread', spread: everyDocument },
      ])
    try {
      await payload.kv.set(mark, wanted)
    } catch (error) {
      // Payload reads a key before it inserts it (Payload 3.90, src/kv/adapters/DatabaseKVAdapter.ts), so two processes may
      // both insert it.
      if ((await payload.kv.get(mark)) !== wanted) throw error
    }
  }
}
