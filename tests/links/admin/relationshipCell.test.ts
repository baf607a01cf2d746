import { expect, it } from 'vitest'

import { relationsOf } from '../../../src/links/admin/relationsOf.ts'
import { titleOf } from '../../../src/links/admin/titleOf.ts'

it.each([
  [undefined, 'subjects', []],
  [null, 'subjects', []],
  ['a', 'subjects', [{ relationTo: 'subjects', value: 'a' }]],
  [[1, 2, 3, 4], 'articles', [1, 2, 3].map((value) => ({ relationTo: 'articles', value }))],
  [{ relationTo: 'users', value: 7, more: true }, ['users', 'teams'], [{ relationTo: 'users', value: 7 }]],
  ['a', ['users', 'teams'], []],
])('relationsOf %j with relationTo %j', (value, relationTo, relations) => {
  expect(relationsOf(value, relationTo)).toEqual(relations)
})

it.each([
  [undefined, '…'],
  [null, '…'],
  [false, 'Gone'],
  [{ title: 'Biology' }, 'Biology'],
  [{ title: '' }, 'Untitled'],
])('the title of the document %j is %s', (document, title) => {
  expect(titleOf(document, { gone: 'Gone', untitled: 'Untitled' }, 'title')).toBe(title)
})
