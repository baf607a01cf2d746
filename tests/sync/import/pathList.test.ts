import fc from 'fast-check'
import { expect, it } from 'vitest'

import { pathList } from '../../../src/sync/import/pathList.ts'

const path = fc.oneof(
  fc.stringMatching(/^[ab]{1,3}(\/[ab]{1,3}){0,3}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 400 })
    .filter((text) => text.isWellFormed() && !text.includes('\0')),
)

const sorted = (paths: readonly string[]): string[] => paths.toSorted((a, b) => (a < b ? -1 : 1))

it('a list of paths holds what was added, in its order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 100 }), fc.array(path), (added, others) => {
      const paths = sorted(added)
      const list = pathList()
      for (const one of paths) list.push(one)
      expect(list.count()).toBe(paths.length)
      expect([...list]).toEqual(paths)
      expect([-1, ...paths.keys(), paths.length].map(list.at)).toEqual([undefined, ...paths, undefined])
      for (const one of [...added, ...others]) {
        const position = paths.indexOf(one)
        expect(list.positionOf(one)).toBe(position === -1 ? undefined : position)
      }
    }),
  )
})

it('a list can be read while paths are added', () => {
  const list = pathList()
  const read: (string | undefined)[] = []
  for (let number = 1_000; number < 1_100; number += 1) {
    list.push(`learn/subject/${number}.md`)
    read.push(list.at(number - 1_000))
  }
  expect(read).toEqual([...list])
})
