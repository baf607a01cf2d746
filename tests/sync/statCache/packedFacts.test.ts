import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  digestAt,
  factCount,
  factKeys,
  factList,
  finderOf,
  isDigest,
  mergeFacts,
  noFacts,
  packFact,
} from '../../../src/sync/statCache/packedFacts.ts'

const factKey = await factKeys()

const number = fc.double({ min: 0, max: 2 ** 53, noNaN: true })
const file = fc.record({
  path: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  size: number,
  mtimeMs: number,
  ctimeMs: number,
  ino: number,
})
const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 40 })
const digestFor = (path: string, version = ''): string =>
  createHash('sha256').update(path).update(version).digest('hex')

const listOf = (facts: readonly Buffer[]): Buffer => {
  const list = factList()
  for (const fact of facts) list.add(fact)
  return list.facts()
}

describe('packed facts', () => {
  it('a fact is found by the path and the whole status of its file, and by nothing else', () => {
    fc.assert(
      fc.property(files, file, (known, other) => {
        const facts = mergeFacts(
          noFacts,
          listOf(known.map((one) => packFact(factKey(one.path, one), digestFor(one.path)))),
          () => false,
        )
        expect(factCount(facts)).toBe(known.length)
        for (const one of known) {
          const at = finderOf(facts)(factKey(one.path, one))
          expect(isDigest(digestFor(one.path), digestAt(facts, at ?? -1))).toBe(true)
          for (const changed of ['size', 'mtimeMs', 'ctimeMs', 'ino'] as const)
            expect(finderOf(facts)(factKey(one.path, { ...one, [changed]: one[changed] + 2 }))).toBe(
              undefined,
            )
        }
        if (!known.some(({ path }) => path === other.path))
          expect(finderOf(facts)(factKey(other.path, other))).toBe(undefined)
      }),
    )
  })

  it('merging keeps the facts that are wanted, and an added fact replaces the one with its key', () => {
    fc.assert(
      fc.property(files, fc.func(fc.boolean()), fc.func(fc.boolean()), (known, isKept, isNew) => {
        const pack = (version: string) => (one: (typeof known)[number]) =>
          packFact(factKey(one.path, one), digestFor(one.path, version))
        const before = mergeFacts(noFacts, listOf(known.map(pack('old'))), () => false)
        const keptKeys = known.filter(({ path }) => isKept(path))
        const keptAt = new Set(keptKeys.map((one) => finderOf(before)(factKey(one.path, one))))
        const added = known.filter(({ path }) => isNew(path))
        const after = mergeFacts(before, listOf(added.map(pack('new'))), (at) => keptAt.has(at))
        for (const one of known) {
          const at = finderOf(after)(factKey(one.path, one))
          const version = added.includes(one) ? 'new' : keptKeys.includes(one) ? 'old' : undefined
          if (version === undefined) expect(at).toBe(undefined)
          else expect(isDigest(digestFor(one.path, version), digestAt(after, at ?? -1))).toBe(true)
        }
      }),
    )
  })
})
