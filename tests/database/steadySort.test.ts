import { describe, expect, it } from 'vitest'

import { steadySort, uniqueSort } from '../../src/database/steadySort.ts'

const isUnique = (field: string): boolean => field === 'id' || field === 'url'

describe('a sort by one field', () => {
  it.each([
    { given: '-updatedAt', wanted: ['-updatedAt', '-createdAt'] },
    { given: 'question', wanted: ['question', 'createdAt'] },
    { given: ['-version.date'], wanted: ['-version.date', '-createdAt'] },
    { given: '-createdAt', wanted: ['-createdAt'] },
    { given: 'createdAt', wanted: ['createdAt'] },
    { given: 'id', wanted: ['id'] },
    { given: '-url', wanted: ['-url'] },
  ])('$given is completed by time, in the same direction, if values may repeat', ({ given, wanted }) => {
    expect(steadySort(given, isUnique)).toEqual(wanted)
  })

  it.each([{ given: undefined }, { given: 'subject,-date' }, { given: ['subject', '-date'] }])(
    '$given is unchanged',
    ({ given }) => {
      expect(steadySort(given, isUnique)).toEqual(given)
    },
  )
})

describe('a sort on Postgres', () => {
  it.each([
    { given: undefined, wanted: ['-createdAt', '-id'] },
    { given: ['-updatedAt', '-createdAt'], wanted: ['-updatedAt', '-createdAt', '-id'] },
    { given: 'subject,date', wanted: ['subject', 'date', 'id'] },
    { given: '-url', wanted: ['-url'] },
    { given: 'id', wanted: ['id'] },
  ])('$given ends with a unique field', ({ given, wanted }) => {
    expect(uniqueSort(given, isUnique)).toEqual(wanted)
  })
})
