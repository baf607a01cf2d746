import { describe, expect, it } from 'vitest'

import { clearConflicts } from '../../src/database/clearConflicts.ts'
import { BusyError, ConflictError, UnstorableTextError } from '../../src/database/refusals.ts'

const coded = (code: number | string): Error => Object.assign(new Error('Of the database.'), { code })

const thrownFor = async (error: Error): Promise<unknown> => {
  const adapter = { updateOne: () => Promise.reject(error) }
  clearConflicts(adapter)
  return adapter.updateOne().catch((thrown: unknown) => thrown)
}

describe('an error of a write', () => {
  it.each([
    ['a write conflict of MongoDB', coded(112), ConflictError],
    ['a serialization failure of Postgres', coded('40001'), ConflictError],
    ['a deadlock of Postgres', coded('40P01'), ConflictError],
    [
      'one that the query builder has wrapped',
      new Error('Failed query', { cause: coded('40001') }),
      ConflictError,
    ],
    ['a lock of Postgres that was waited for in vain', coded('55P03'), BusyError],
    ['a NUL in a text for Postgres', coded('22021'), UnstorableTextError],
    ['a text too long for an index of Postgres', coded('54000'), UnstorableTextError],
  ])('the author of a save is told of %s', async (_, error, kind) => {
    const thrown = await thrownFor(error)
    expect(thrown).toBeInstanceOf(kind)
    expect(thrown).toHaveProperty('isPublic', true)
  })

  it.each([coded('23505'), new Error('Something else.')])('other errors are unchanged: %s', async (error) => {
    expect(await thrownFor(error)).toBe(error)
  })
})
