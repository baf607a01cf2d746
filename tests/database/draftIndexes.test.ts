import { describe, expect, it } from 'vitest'

import { draftIndexes, type VersionColumn } from '../../src/database/draftIndexes.ts'

type Config = Parameters<typeof draftIndexes>[0]
type Field = Config['flattenedFields'][number]

const field = (name: string, type: 'date' | 'number' | 'text', index = true): Field => {
  if (type === 'date') return { name, type, index }
  return type === 'number' ? { name, type, index } : { name, type, index }
}
const relation = (name: string, hasMany: boolean): Field =>
  hasMany
    ? { name, type: 'relationship', relationTo: 'subjects', hasMany: true, index: true }
    : { name, type: 'relationship', relationTo: 'subjects', index: true }

const config = (changes: Partial<Config> = {}): Config => ({
  admin: { useAsTitle: 'question' },
  defaultSort: '-updatedAt',
  flattenedFields: [],
  trash: true,
  versions: { drafts: { autosave: false, schedulePublish: false, validate: false }, maxPerDoc: 20 },
  ...changes,
})

const shown = (columns: readonly VersionColumn[]): string =>
  columns.map(({ name, of }) => (of === 'version' ? name : `version.${name}`)).join(' + ')

const added = (given: Config): string[] => draftIndexes(given).added.map(shown)

describe('indexes for lists of drafts', () => {
  const table: { what: string; given: Partial<Config>; wanted: string[] }[] = [
    {
      what: 'every collection has indexes for the list order and the versions of a document',
      given: {},
      wanted: ['latest + version.deletedAt + version.updatedAt + createdAt', 'parent + latest'],
    },
    {
      what: 'the index of a collection without trash omits deletedAt',
      given: { trash: false },
      wanted: ['latest + version.updatedAt + createdAt', 'parent + latest'],
    },
    {
      what: 'the index for the list order includes the searchable fields',
      given: { admin: { useAsTitle: 'question', listSearchableFields: ['question', 'seo.title'] } },
      wanted: [
        'latest + version.deletedAt + version.updatedAt + createdAt + version.question + version.seo.title',
        'parent + latest',
      ],
    },
    {
      what: 'each date and the title have an index for sorting',
      given: { flattenedFields: [field('date', 'date'), field('question', 'text'), field('slug', 'text')] },
      wanted: [
        'latest + version.deletedAt + version.updatedAt + createdAt',
        'latest + version.deletedAt + version.date + createdAt',
        'latest + version.deletedAt + version.question + createdAt',
        'parent + latest',
      ],
    },
    {
      what: 'each choice has indexes for sorting and filtering',
      given: { flattenedFields: [relation('subject', false)] },
      wanted: [
        'latest + version.deletedAt + version.updatedAt + createdAt',
        'latest + version.deletedAt + version.subject + createdAt',
        'latest + version.subject + version.deletedAt + version.updatedAt + createdAt',
        'parent + latest',
      ],
    },
    {
      what: 'fields without an index, with several values, or for the trash have no draft index',
      given: {
        flattenedFields: [
          field('date', 'date', false),
          relation('related', true),
          field('deletedAt', 'date'),
        ],
      },
      wanted: ['latest + version.deletedAt + version.updatedAt + createdAt', 'parent + latest'],
    },
  ]

  it.each(table.map((row) => [row.what, row] as const))('%s', (_, { given, wanted }) => {
    expect(added(config(given))).toEqual(wanted)
  })

  it('draft indexes replace those with two values, and their own prefixes', () => {
    const { replaced } = draftIndexes(
      config({ flattenedFields: [field('date', 'date'), field('id7', 'number')] }),
    )
    expect(replaced.map((column) => shown([column]))).toEqual([
      'latest',
      'autosave',
      'parent',
      'createdAt',
      'version.deletedAt',
      'version.date',
    ])
  })

  it('a collection without drafts is unchanged', () => {
    expect(draftIndexes(config({ versions: { drafts: false, maxPerDoc: 20 } }))).toEqual({
      added: [],
      replaced: [],
    })
  })
})
