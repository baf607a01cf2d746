import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collisionKey, findCollisions } from '../../src/files/readFolder.ts'

describe('collisionKey', () => {
  it.each([
    ['learn/Tea.md', 'learn/tea.md', true],
    ['caf\u00e9.md', 'cafe\u0301.md', true],
    ['CAF\u00c9.md', 'cafe\u0301.md', true],
    ['\u212a.md', 'k.md', true],
    ['a.md', 'b.md', false],
    ['cafe.md', 'caf\u00e9.md', false],
  ])('collisionKey of %s and %s: %s', (left, right, collide) => {
    expect(collisionKey(left) === collisionKey(right)).toBe(collide)
  })

  it('collisionKey is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        expect(collisionKey(collisionKey(path))).toBe(collisionKey(path))
      }),
    )
  })
})

describe('findCollisions', () => {
  it('findCollisions returns every path that collides, with the others', () => {
    const collisions = findCollisions(['Learn', 'learn', 'about', 'LEARN', 'a/B', 'a/b', 'about'])
    expect(Object.fromEntries(collisions)).toEqual({
      Learn: ['learn', 'LEARN'],
      learn: ['Learn', 'LEARN'],
      LEARN: ['Learn', 'learn'],
      'a/B': ['a/b'],
      'a/b': ['a/B'],
    })
  })
})
