import { dequal } from 'dequal/lite'
import type { FormState } from 'payload'
import { getObjectDotNotation } from 'payload/shared'

type Document = Record<string, unknown>

/** How many values of a field are remembered while saves fail. */
const maxRemembered = 100

export type UnsavedEdits = {
  /** Records what a person has changed in a form. Returns the values that a late response has overwritten, by path. */
  note: (fields: FormState) => Map<string, unknown>
  /** Records the document that a background save returned. Tells whether the form has newer values. */
  isAheadOf: (saved: Document) => boolean
  /** Whether anything was typed that no save has returned yet. */
  hasUnsaved: () => boolean
  /** Forgets everything, as after a save that blocked the whole form. */
  forget: () => void
}

/**
 * Remembers what a person types into a form until a save returns it. Payload saves in the background while somebody
 * keeps typing, and applies the returned values to all fields except the one that was changed last: what was typed into
 * another field in the meantime would be lost (payload#17676).
 */
export const unsavedEdits = (): UnsavedEdits => {
  const unsaved = new Map<string, unknown[]>()
  const settled = new Map<string, unknown>()
  let latest: Document = {}

  return {
    note: (fields) => {
      const lost = new Map<string, unknown>()
      for (const [path, { isModified = false, rows, value, initialValue }] of Object.entries(fields)) {
        if (rows) continue
        const values = unsaved.get(path)
        if (isModified) {
          const before = values ?? [settled.has(path) ? settled.get(path) : initialValue]
          if (!dequal(before.at(-1), value)) unsaved.set(path, [...before, value].slice(-maxRemembered))
        } else if (values && !dequal(values.at(-1), value)) {
          // Any other change, such as reverting to the published version, is intended.
          if (dequal(value, getObjectDotNotation(latest, path))) lost.set(path, values.at(-1))
          else unsaved.delete(path)
        }
      }
      return lost
    },
    isAheadOf: (saved) => {
      latest = saved
      for (const [path, values] of unsaved) {
        const stored = getObjectDotNotation(saved, path)
        const newest = values.at(-1)
        const isOlder = values.slice(0, -1).some((value) => dequal(value, stored))
        if (isOlder && !dequal(newest, stored)) {
          // The next save contains it; if that returns without it too, the server has changed it on purpose.
          unsaved.set(path, [newest])
        } else {
          unsaved.delete(path)
          settled.set(path, newest)
        }
      }
      return unsaved.size > 0
    },
    // If a change was undone before any save, there is nothing to save.
    hasUnsaved: () =>
      [...unsaved.values()].some((values) => values.length === 1 || !dequal(values[0], values.at(-1))),
    forget: () => {
      unsaved.clear()
      settled.clear()
      latest = {}
    },
  }
}
