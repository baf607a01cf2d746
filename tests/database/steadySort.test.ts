import { describe, expect, it } from 'vitest'

import { steadySort } from '../../src/database/steadySort.ts'

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
