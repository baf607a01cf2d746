import { describe, expect, it } from 'vitest'

import { askOnceForAbsent } from '../../src/database/absentValues.ts'

const isDate = (path: string): boolean => path === 'deletedAt'
const absent = (path: string) => [{ [path]: { $exists: false } }, { [path]: { $eq: null } }]

describe('a filter for missing values', () => {
  it.each([
    { given: { $or: absent('deletedAt') }, wanted: { deletedAt: null } },
    { given: { $or: [...absent('deletedAt'), { deletedAt: { $eq: '' } }] }, wanted: { deletedAt: null } },
    {
      given: { $and: [{ latest: { $eq: true } }, { $and: [{ $or: absent('deletedAt') }] }] },
      wanted: { $and: [{ latest: { $eq: true } }, { $and: [{ deletedAt: null }] }] },
    },
    {
      given: { $or: absent('deletedAt'), subject: { $eq: 'biology' } },
      wanted: { deletedAt: null, subject: { $eq: 'biology' } },
    },
  ])('several conditions become one: $given', ({ given, wanted }) => {
    expect(askOnceForAbsent(given, isDate)).toEqual(wanted)
  })

  it.each([
    { $or: [{ author: { $exists: false } }, { author: { $eq: null } }, { author: { $eq: '' } }] },
    { $or: [...absent('deletedAt'), ...absent('date')] },
    { $or: [...absent('deletedAt'), { deletedAt: { $gt: new Date(0) } }] },
    { $or: [{ deletedAt: { $exists: true } }] },
    { $or: absent('deletedAt'), deletedAt: { $gt: new Date(0) } },
    { $or: [{ $and: [{ question: { $regex: 'why' } }] }] },
    { question: { $in: ['a', 'b'] } },
  ])('a filter with further conditions is unchanged: %j', (given) => {
    expect(askOnceForAbsent(given, isDate)).toEqual(given)
  })
})
