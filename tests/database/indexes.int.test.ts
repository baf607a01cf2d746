import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectionOf } from '../../src/database/sqliteConnections.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { onlyOn } from '../helpers/onlyOn.ts'

type Index = { fields: string[]; unique: boolean }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const show = ({ fields, unique }: Index): string => `${fields.join(' + ')}${unique ? ', unique' : ''}`

describe.skipIf(skipped())(`indexes on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  /** The indexes that the config asks for, by field, for each collection. */
  const asked = (): Record<string, Index[]> =>
    Object.fromEntries(
      booted.config.collections.map(({ slug, flattenedFields, indexes }) => {
        const single = flattenedFields.flatMap((field) => {
          const unique = 'unique' in field && Boolean(field.unique)
          const index = 'index' in field && Boolean(field.index)
          return index || unique ? [{ fields: [field.name], unique }] : []
        })
        const compound = indexes.map(({ fields, unique }) => ({
          fields: [...fields],
          unique: unique ?? false,
        }))
        return [slug, [...single, ...compound]]
      }),
    )

  onlyOn('mongodb', () =>
    describe('of MongoDB', () => {
      const there = async (model: {
        collection: { indexes: () => Promise<{ key: object; unique?: boolean }[]> }
      }): Promise<Index[]> =>
        (await model.collection.indexes()).map(({ key, unique }) => ({
          fields: Object.keys(key),
          unique: unique === true,
        }))

      it('are those of the config, before anything was written', async () => {
        for (const [slug, indexes] of Object.entries(asked())) {
          const model = booted.payload.db.collections[slug]
          if (!model) throw new Error(`There is no model of ${slug}.`)
          expect((await there(model)).map(show), slug).toEqual(expect.arrayContaining(indexes.map(show)))
        }
      })

      it('of versions serve the list of the admin', async () => {
        const model = booted.payload.db.versions.articles
        if (!model) throw new Error('There is no model of the versions of articles.')
        expect((await there(model)).map(show)).toContain('latest + version.deletedAt + updatedAt')
      })

      it('are all that Mongoose knows of, and no others', async () => {
        for (const model of [
          ...Object.values(booted.payload.db.collections),
          ...Object.values(booted.payload.db.versions),
        ]) {
          const known = model.schema
            .indexes()
            .map(([key, { unique }]) => ({ fields: Object.keys(key), unique: Boolean(unique) }))
          const wanted = new Set(['_id', ...known.map(show)])
          expect(new Set((await there(model)).map(show)), model.modelName).toEqual(wanted)
        }
      })
    }),
  )

  onlyOn('sqlite', () =>
    describe('of SQLite', () => {
      const there = async (table: string): Promise<Index[]> => {
        const { client } = connectionOf(booted.payload.db) ?? {}
        const list = await client?.execute(`PRAGMA index_list("${table}")`)
        return Promise.all(
          (list?.rows ?? []).map(async ({ name, unique }) => {
            const info = await client?.execute(`PRAGMA index_info("${textOf(name)}")`)
            return { fields: (info?.rows ?? []).map((row) => textOf(row.name)), unique: unique === 1 }
          }),
        )
      }

      it('are those of the config', async () => {
        const columns: Record<string, string> = {
          subject: 'subject_id',
          legacyId: 'legacy_id',
          deletedAt: 'deleted_at',
          updatedAt: 'updated_at',
          createdAt: 'created_at',
        }
        const columnOf = (field: string) => columns[field] ?? field
        for (const slug of ['articles', 'subjects', 'files', 'redirects']) {
          const wanted = asked()[slug]?.map(({ fields, unique }) =>
            show({ fields: fields.map(columnOf), unique }),
          )
          expect((await there(slug)).map(show), slug).toEqual(expect.arrayContaining(wanted ?? ['']))
        }
      })

      it('of versions serve the list of the admin', async () => {
        expect((await there('_articles_v')).map(show)).toContain('latest + version_deleted_at + updated_at')
      })
    }),
  )
})
