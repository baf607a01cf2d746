import { and, eq, gt, inArray, or } from '@payloadcms/db-sqlite/drizzle'
import { sqliteTable, text } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { expect, it } from 'vitest'

import { ofOwners } from '../../src/database/bulk/ofOwners.ts'

const links = sqliteTable('articles_rels', { parent: text('parent_id'), path: text('path') })
const { parent, path } = links

// As Payload makes them.
const inPaths = (owner: string, ...paths: string[]) => and(eq(parent, owner), inArray(path, paths))
const ofOwner = (owner: string) => and(eq(parent, owner))

it('conditions for the rows of one owner each become one for the rows of all', () => {
  expect(ofOwners([ofOwner('a'), ofOwner('b'), ofOwner('a')])).toEqual({
    owner: parent,
    owners: ['a', 'b', 'a'],
  })
  expect(ofOwners([inPaths('a', 'related', 'other'), inPaths('b', 'related', 'other')])).toEqual({
    owner: parent,
    owners: ['a', 'b'],
    other: { column: path, values: ['related', 'other'] },
  })
})

it.each([
  ['no condition', []],
  ['other values', [inPaths('a', 'related'), inPaths('b', 'other')]],
  ['values in one of them only', [ofOwner('a'), inPaths('b', 'related')]],
  ['values in the first only', [inPaths('a', 'related'), ofOwner('b')]],
  ['another column', [ofOwner('a'), and(eq(path, 'b'))]],
  ['another comparison', [gt(parent, 'a'), gt(parent, 'b')]],
  ['an alternative', [or(eq(parent, 'a'), inArray(path, ['b']))]],
  ['three parts', [and(eq(parent, 'a'), inArray(path, ['b']), inArray(path, ['c']))]],
  ['a column instead of a value', [eq(parent, path)]],
  ['nothing of Drizzle', [undefined, 'parent', { value: 'a' }]],
])('conditions that are not of this kind stay apart: %s', (_, conditions) => {
  expect(ofOwners(conditions)).toBeUndefined()
})
