import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** A column of the table of versions: of the document in it, or of the version itself. */
export type VersionColumn = { of: 'document' | 'version'; name: string }

/** Which indexes lists of drafts need, and which of Payload's they take the place of. */
export type DraftIndexes = {
  /** Columns whose own index is of no use beside these, or has two or three values only. */
  replaced: VersionColumn[]
  /** Columns of each index, in their order. */
  added: VersionColumn[][]
}

type Config = Pick<
  SanitizedCollectionConfig,
  'admin' | 'defaultSort' | 'flattenedFields' | 'trash' | 'versions'
>

const documentColumn = (name: string): VersionColumn => ({ of: 'document', name })
const versionColumn = (name: string): VersionColumn => ({ of: 'version', name })

const choices = new Set(['relationship', 'upload', 'select', 'radio', 'checkbox'])

const isIndexed = (field: FlattenedField): boolean => 'index' in field && field.index === true

const hasOneValue = (field: FlattenedField): boolean => !('hasMany' in field && field.hasMany)

// A collection need not have one, whatever its type says.
const sortFieldOf = ({ defaultSort }: Config): string => {
  const [first = 'createdAt'] = [defaultSort].flat()
  return first.replace(/^-/, '')
}

/**
 * The indexes that lists of a collection with drafts need. Payload reads such a list from the latest versions, without
 * those in the trash, in the order of a field of the document and then of the version's time; its own indexes cannot name
 * `latest`. One index for each field that a list can be ordered by (dates, indexed choices, the title), one for each
 * indexed choice that it can be filtered by, and one for the versions of a document. What the search box of the list looks
 * at is part of the index of the default order, so that a search reads no whole document. None for other collections.
 */
export const draftIndexes = (config: Config): DraftIndexes => {
  const { admin, flattenedFields, trash, versions } = config
  if (!(versions && versions.drafts)) return { replaced: [], added: [] }
  const single = flattenedFields.filter((field) => isIndexed(field) && hasOneValue(field))
  const named = (types: ReadonlySet<string>): string[] =>
    single.filter(({ type }) => types.has(type)).map(({ name }) => name)
  const filters = named(choices)
  const title = single.some(({ name }) => name === admin.useAsTitle) ? [admin.useAsTitle ?? ''] : []
  const dates = named(new Set(['date'])).filter((name) => name !== 'deletedAt')
  const searched = (admin.listSearchableFields ?? []).map(documentColumn)

  const latest = versionColumn('latest')
  const inTrash = trash ? [documentColumn('deletedAt')] : []
  const time = versionColumn('createdAt')
  const defaultSort = sortFieldOf(config)
  const orders = [...new Set([defaultSort, ...dates, ...filters, ...title])].map((name) => [
    latest,
    ...inTrash,
    documentColumn(name),
    time,
    ...(name === defaultSort ? searched : []),
  ])
  const selections = filters.map((name) => [
    latest,
    documentColumn(name),
    ...inTrash,
    documentColumn(defaultSort),
    time,
  ])
  const versionsOfDocument = [versionColumn('parent'), latest]
  return {
    replaced: [
      ...['latest', 'autosave', 'parent', 'createdAt'].map(versionColumn),
      ...inTrash,
      ...[...dates, ...filters, ...title].map(documentColumn),
    ],
    added: [...orders, ...selections, versionsOfDocument],
  }
}
