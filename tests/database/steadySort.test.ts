import { describe, expect, it } from 'vitest'

import { steadySort, uniqueSort } from '../../src/database/steadySort.ts'

const isUnique = (field: string): boolean => field === 'id' || field === 'url'

describe('an order by one field', () => {
  it.each([
    { given: '-updatedAt', wanted: ['-updatedAt', '-createdAt'] },
    { given: 'question', wanted: ['question', 'createdAt'] },
    { given: ['-version.date'], wanted: ['-version.date', '-createdAt'] },
    { given: '-createdAt', wanted: ['-createdAt'] },
    { given: 'createdAt', wanted: ['createdAt'] },
    { given: 'id', wanted: ['id'] },
    { given: '-url', wanted: ['-url'] },
  ])('$given is ordered on by time, in its own direction, where values may repeat', ({ given, wanted }) => {
    expect(steadySort(given, isUnique)).toEqual(wanted)
  })

  it.each([{ given: undefined }, { given: 'subject,-date' }, { given: ['subject', '-date'] }])(
    '$given is left as it is',
    ({ given }) => {
      expect(steadySort(given, isUnique)).toEqual(given)
    },
  )
})

describe('an order for Postgres', () => {
  it.each([
    { given: undefined, wanted: ['-createdAt', '-id'] },
    { given: ['-updatedAt', '-createdAt'], wanted: ['-updatedAt', '-createdAt', '-id'] },
    { given: 'subject,date', wanted: ['subject', 'date', 'id'] },
    { given: '-url', wanted: ['-url'] },
    { given: 'id', wanted: ['id'] },
  ])('$given ends with a unique one', ({ given, wanted }) => {
    expect(uniqueSort(given, isUnique)).toEqual(wanted)
  })
})
