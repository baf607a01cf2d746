import { dequal } from 'dequal/lite'
import type { FormState } from 'payload'
import { getObjectDotNotation } from 'payload/shared'

type Document = Record<string, unknown>

/** How many values of a field are remembered while no save gets through. */
const most = 100

export type TypedValues = {
  /** Notes what a person has changed in a form. Returns what a late answer has taken out of it again, by path. */
  note: (fields: FormState) => Map<string, unknown>
  /** Takes notice of the document that a save in the background came back with. Tells whether the form is ahead of it. */
  isAheadOf: (saved: Document) => boolean
  /** Whether anything was typed that no save has come back with. */
  hasUnsaved: () => boolean
  /** Forgets everything, as after a save that the whole form waited for. */
  forget: () => void
}

/**
 * Remembers what a person types into a form until a save comes back with it. Payload saves in the background while
 * somebody types on, and takes over the values that come back for all fields but the one that was changed last: what
 * was typed into another one meanwhile would be gone.
 */
export const typedValues = (): TypedValues => {
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
          if (!dequal(before.at(-1), value)) unsaved.set(path, [...before, value].slice(-most))
        } else if (values && !dequal(values.at(-1), value)) {
          // Anything but an answer of the server, as when the form goes back to what is published, is meant.
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
          // The next save carries it; if that comes back without it too, the server has changed it on purpose.
          unsaved.set(path, [newest])
        } else {
          unsaved.delete(path)
          settled.set(path, newest)
        }
      }
      return unsaved.size > 0
    },
    // What was typed and taken back before any save leaves nothing to save.
    hasUnsaved: () =>
      [...unsaved.values()].some((values) => values.length === 1 || !dequal(values[0], values.at(-1))),
    forget: () => {
      unsaved.clear()
      settled.clear()
      latest = {}
    },
  }
}
