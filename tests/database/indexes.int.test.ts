import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { draftIndexes, type VersionColumn } from '../../src/database/draftIndexes.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { onlyOn } from '../helpers/onlyOn.ts'
import { type Index, indexesOfTable } from './indexesOfTable.ts'

const ofTwoValues = new Set(['_status', 'deletedAt', 'deleted_at'])

const columnNames: Record<string, string> = {
  subject: 'subject_id',
  legacyId: 'legacy_id',
  deletedAt: 'deleted_at',
  updatedAt: 'updated_at',
  createdAt: 'created_at',
}

const show = ({ fields, unique }: Index): string => `${fields.join(' + ')}${unique ? ', unique' : ''}`

describe.skipIf(skipped())(`indexes on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  /** The indexes that the config requires, by field, for each collection. */
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

  /** The indexes that lists of drafts need. */
  const forLists = (): VersionColumn[][] => {
    const config = booted.config.collections.find(({ slug }) => slug === 'articles')
    if (!config) throw new Error('There are no articles.')
    const { added } = draftIndexes(config)
    expect(added.length).toBeGreaterThan(3)
    return added
  }

  /** Missing indexes: those that neither exist nor are a prefix of an existing one. Those of two values are useless. */
  const missing = (wanted: readonly Index[], found: readonly Index[]): string[] =>
    wanted
      .filter(({ fields }) => !fields.every((field) => ofTwoValues.has(field)))
      .filter(
        ({ fields, unique }) =>
          !found.some(
            (other) => other.unique === unique && fields.every((field, at) => other.fields[at] === field),
          ),
      )
      .map(show)

  onlyOn('mongodb', () =>
    describe('of MongoDB', () => {
      const there = async (model: {
        collection: { indexes: () => Promise<{ key: object; unique?: boolean }[]> }
      }): Promise<Index[]> =>
        (await model.collection.indexes()).map(({ key, unique }) => ({
          fields: Object.keys(key),
          unique: unique === true,
        }))

      it('MongoDB has the indexes of the config before anything is written', async () => {
        for (const [slug, indexes] of Object.entries(asked())) {
          const model = booted.payload.db.collections[slug]
          if (!model) throw new Error(`There is no model of ${slug}.`)
          expect(missing(indexes, await there(model)), slug).toEqual([])
        }
      })

      it('the indexes of versions on MongoDB serve the list of the admin', async () => {
        const model = booted.payload.db.versions.articles
        if (!model) throw new Error('There is no model of the versions of articles.')
        const pathOf = ({ name, of }: VersionColumn) => (of === 'version' ? name : `version.${name}`)
        const wanted = forLists().map((columns) => columns.map(pathOf).join(' + '))
        expect((await there(model)).map(show)).toEqual(expect.arrayContaining(wanted))
        expect((await there(model)).map(show)).not.toContain('latest')
      })

      it('MongoDB has exactly the indexes that Mongoose knows', async () => {
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

  for (const kind of ['sqlite', 'postgres'] as const)
    onlyOn(kind, () =>
      describe('of tables', () => {
        const there = (table: string) => indexesOfTable(booted.payload, table)
        const isCondition = (name: string) => /^(latest|(version_)?deleted_?at)$/i.test(name)
        // On Postgres, the leading columns are conditions of the index.
        const held = (columns: string[]) =>
          columns.filter(
            (name, at) => kind === 'sqlite' || !isCondition(name) || columns.slice(at).every(isCondition),
          )

        it('tables have the indexes of the config', async () => {
          const columnOf = (field: string) => columnNames[field] ?? field
          for (const slug of ['articles', 'subjects', 'answerbook-files', 'redirects']) {
            const wanted = asked()[slug]?.map(({ fields, unique }) => ({
              fields: held(fields.map(columnOf)),
              unique,
            }))
            expect(missing(wanted ?? [], await there(slug.replaceAll('-', '_'))), slug).toEqual([])
          }
        })

        it('the indexes of version tables serve the list of the admin', async () => {
          const ofDocument = ({ name }: VersionColumn) =>
            `version_${name === 'subject' ? 'subject_id' : (columnNames[name] ?? name)}`
          const ofVersion = ({ name }: VersionColumn) =>
            name === 'parent' ? 'parent_id' : (columnNames[name] ?? name)
          const columnOf = (column: VersionColumn) =>
            column.of === 'version' ? ofVersion(column) : ofDocument(column)
          const wanted = forLists().map((columns) => held(columns.map(columnOf)).join(' + '))
          expect((await there('_articles_v')).map(show)).toEqual(expect.arrayContaining(wanted))
          expect((await there('_articles_v')).map(show)).not.toContain('latest')
        })
      }),
    )
})
