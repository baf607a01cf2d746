import { describe, expect, it } from 'vitest'

import { recentWork } from '../../../src/editing/admin/recentWork.ts'

const one = (id: string, at = '2026-01-01') => ({ collection: 'articles', id, at })

describe('what a user changed last', () => {
  it('the latest document comes first, and only once', () => {
    const known = { documents: [one('a'), one('b')] }
    expect(recentWork.add(known, one('b', '2026-01-02')).documents).toEqual([
      one('b', '2026-01-02'),
      one('a'),
    ])
  })
  it('recent work keeps the last fifty documents', () => {
    let value: unknown = null
    for (let at = 0; at < 60; at += 1) value = recentWork.add(value, one(String(at)))
    const documents = recentWork.read(value)
    expect(documents).toHaveLength(50)
    expect(documents[0]).toEqual(one('59'))
  })
  it.each([[null], ['text'], [{ documents: 'x' }], [{ documents: [1, { collection: 'articles' }] }]])(
    'the stored value %j is read as no recent work',
    (value) => {
      expect(recentWork.read(value)).toEqual([])
    },
  )
})
