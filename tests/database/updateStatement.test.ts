import { createClient } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { expect, it } from 'vitest'

import { updateStatement } from '../../src/database/bulk/updateStatement.ts'

const column = (name: string, mapToDriverValue = (value: unknown): unknown => value) => ({
  name,
  getSQLType: () => 'text',
  mapToDriverValue,
  shouldDisableInsert: () => false,
})
const columns = [
  ['id', column('id')],
  ['title', column('title')],
  ['unresolved', column('un"resolved', JSON.stringify)],
] as const

const database = async () => {
  const client = createClient({ url: ':memory:' })
  await client.execute('create table articles (id text primary key, title text, "un""resolved" text)')
  for (const id of ['a', 'b', 'c'])
    await client.execute({ sql: 'insert into articles values (?, ?, ?)', args: [id, `Before ${id}`, null] })
  return client
}
const update = (rows: Record<string, unknown>[], isTyped = false) =>
  updateStatement('"articles"', columns, rows, isTyped)?.toQuery({ escapeParam: () => '?' })

it('each row gets its own values, rows that are gone stay so, and others keep theirs', async () => {
  const client = await database()
  const query = update([
    { id: 'a', title: "It's a?", unresolved: [{ url: '/a' }] },
    { id: 'c', title: null, unresolved: null },
    { id: 'gone', title: 'Gone', unresolved: [] },
  ])
  const args = query?.params.map((param) => (typeof param === 'string' ? param : null)) ?? []
  await client.execute({ sql: query?.sql ?? '', args })
  const { rows } = await client.execute('select * from articles order by id')
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['a', "It's a?", '[{"url":"/a"}]'],
    ['b', 'Before b', null],
    ['c', null, null],
  ])
  client.close()
})

it('values are converted to the types of their columns where the database does not do so', () => {
  expect(update([{ id: 'a', title: 'A', unresolved: [] }], true)?.sql).toBe(
    'update "articles" set "title" = v.column2::text, "un""resolved" = v.column3::text from (values (?, ?, ?)) as v where "articles"."id" = v.column1::text',
  )
})

it('the types of enumerations are quoted, with their schema', () => {
  const status = { ...column('status'), enum: { enumName: 'Article-Status', schema: 'cms' } }
  const named = [
    ['id', column('id')],
    ['status', status],
  ] as const
  const statement = updateStatement('"articles"', named, [{ id: 'a', status: 'draft' }], true)
  expect(statement?.toQuery({ escapeParam: () => '?' }).sql).toContain(
    'set "status" = v.column2::"cms"."Article-Status" from',
  )
})

it('only an adapter can write values that are SQL themselves', () => {
  expect(update([{ id: 'a', title: sql`upper(title)`, unresolved: [] }])).toBeUndefined()
})
