import { LRUCache } from 'lru-cache'

// Next bundles this file a second time.
const registry = Symbol.for('answerbook.conversions')

const maxBytes = 32 * 1024 * 1024

type Conversions = Pick<LRUCache<string, string>, 'get' | 'set'>

// A cache created by the other bundle is not an instance of this one's class.
const isCache = (value: unknown): value is Conversions =>
  typeof value === 'object' && value !== null && 'get' in value && 'set' in value

/**
 * The most recent conversions, at most 32 MB including their keys, shared by all copies of this module in the process.
 * A key consists of the format and the Markdown itself, so no entry can be out of date.
 */
export const conversions = (): Conversions => {
  const known: unknown = Reflect.get(globalThis, registry)
  if (isCache(known)) return known
  const created = new LRUCache<string, string>({
    maxSize: maxBytes,
    // A character takes at most two bytes.
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  })
  Reflect.set(globalThis, registry, created)
  return created
}
