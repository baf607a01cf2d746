import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** A column of a versions table: of the document in it, or of the version itself. */
export type VersionColumn = { of: 'document' | 'version'; name: string }

/** The indexes that lists of drafts need, and the indexes of Payload's that they replace. */
export type DraftIndexes = {
  /** Columns whose own index is redundant, or has only two or three values. */
  replaced: VersionColumn[]
  /** Columns of each index, in order. */
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

// A collection may have no title field, whatever its type says.
const sortFieldOf = ({ defaultSort }: Config): string => {
  const [first = 'createdAt'] = [defaultSort].flat()
  return first.replace(/^-/, '')
}

/**
 * The indexes for lists of a collection with drafts. Payload reads such a list from the latest versions, without
 * trashed ones, sorted by a field of the document and then by the version's time; its own indexes cannot include
 * `latest`. There is one index for each field that a list can be sorted by (dates, indexed choices, the title), one for
 * each indexed choice that it can be filtered by, and one for the versions of a document. The fields that the list's
 * search box looks at are part of the index of the default sort order, so that a search reads no whole documents. Empty
 * for other collections.
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
