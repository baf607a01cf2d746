import { LRUCache } from 'lru-cache'

// Next bundles this file a second time.
const registry = Symbol.for('answerbook.conversions')

const maxBytes = 32 * 1024 * 1024

type Conversions = Pick<LRUCache<string, string>, 'get' | 'set'>

// A cache of the other bundle is no instance of this one's class.
const isCache = (value: unknown): value is Conversions =>
  typeof value === 'object' && value !== null && 'get' in value && 'set' in value

/**
 * The converted texts that were asked for last, at most 32 MB of them with their keys, shared by all copies of this
 * module in the process. A key is the format and the Markdown itself, so nothing in it can be out of date.
 */
export const conversions = (): Conversions => {
  const known: unknown = Reflect.get(globalThis, registry)
  if (isCache(known)) return known
  const created = new LRUCache<string, string>({
    maxSize: maxBytes,
    // Two bytes are what a character takes at most.
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  })
  Reflect.set(globalThis, registry, created)
  return created
}
