import { describe, expect, it } from 'vitest'

import { linkChanges, linkRows } from '../../src/links/linkRows.ts'

const fields = { collection: 'articles', field: 'related', unresolved: 'unresolved', key: 'url' }
const waiting = (url: string, position: number) => ({ url, position, values: {} })

describe('the links of a document in the index', () => {
  it('the rows of a document are its links in order, resolved or not', () => {
    const row = { related: ['a', 'b'], unresolved: [waiting('/c', 1)] }
    expect(linkRows(fields, { row, draft: undefined })).toEqual([
      { draft: false, position: 0, to: 'a' },
      { draft: false, position: 1, url: '/c' },
      { draft: false, position: 2, to: 'b' },
    ])
  })

  it('the rows of a document include those of a newer draft', () => {
    const states = {
      row: { related: ['a'], unresolved: null },
      draft: { related: [], unresolved: [waiting('/d', 0)] },
    }
    expect(linkRows(fields, states)).toEqual([
      { draft: false, position: 0, to: 'a' },
      { draft: true, position: 0, url: '/d' },
    ])
  })
})

describe('changes of the index', () => {
  const to = (id: string, position: number) => ({ draft: false, position, to: id })

  it('no rows change if the index is up to date', () => {
    const stored = [to('a', 0), to('b', 1)]
    expect(linkChanges(stored, [to('b', 1), to('a', 0)])).toEqual({ added: [], removed: [] })
  })

  it('missing rows are added, and surplus and duplicate ones removed', () => {
    const twice = to('a', 0)
    const stored = [to('a', 0), twice, to('b', 1)]
    const { added, removed } = linkChanges(stored, [to('a', 0), { draft: false, position: 1, url: '/b' }])
    expect(added).toEqual([{ draft: false, position: 1, url: '/b' }])
    expect(removed).toEqual([twice, to('b', 1)])
  })
})
