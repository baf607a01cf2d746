import { dequal } from 'dequal'

import { type Row, type SqlAdapter, tableNameOf } from './adapters.ts'

/** The rows of a document or of a version, by table. */
export type RowsByTable = ReadonlyMap<string, readonly Row[]>

/** Values of a version beside those of its document. */
const ofVersion = ([key]: [string, unknown]): boolean => !key.startsWith('version_')

const withoutIds = (rows: RowsByTable, tableName: string): unknown =>
  [...rows].map(([name, some]) => [
    name,
    some.map(({ id: _id, parent, ...row }) => (name === tableName ? { ...row, parent } : row)),
  ])

/**
 * A function that makes the rows of versions from those of their documents, learned from a document whose version the
 * adapter has made, since the adapter takes as long for a version as for its document. Undefined if the rows of this
 * version are not the ones that the function makes; it returns undefined for a document with rows in other tables.
 */
export const versionRowsLike = (
  adapter: SqlAdapter,
  collection: string,
  example: { document: RowsByTable; version: RowsByTable },
): ((document: RowsByTable) => RowsByTable | undefined) | undefined => {
  const { relationshipsSuffix = '_rels', tables } = adapter
  const [documents, versions] = [
    tableNameOf(adapter, collection),
    tableNameOf(adapter, collection, 'versions'),
  ]
  const columns = tables[versions]
  const [made] = example.version.get(versions) ?? []
  if (!columns || !made) return undefined
  const names = [documents, `${documents}${relationshipsSuffix}`]
  const own = Object.fromEntries(Object.entries(made).filter(ofVersion))
  const ofKeys = new Map<string, string | undefined>()
  const nameOf = (key: string): string | undefined => {
    if (!ofKeys.has(key)) ofKeys.set(key, columns[`version_${key}`] ? `version_${key}` : undefined)
    return ofKeys.get(key)
  }

  const derive = (document: RowsByTable): RowsByTable | undefined => {
    const [row, ...others] = document.get(documents) ?? []
    const isKnown = [...document.keys()].every((name) => names.includes(name) && example.document.has(name))
    if (!row || others.length > 0 || !isKnown) return undefined
    const id = columns.id?.defaultFn?.()
    const { createdAt, id: parent, updatedAt } = row
    const version: Row = { ...own, id, parent, createdAt, updatedAt }
    for (const key in row) {
      if (key === 'id') continue
      const name = nameOf(key)
      if (name === undefined) return undefined
      version[name] = row[key]
    }
    const relations = document.get(`${documents}${relationshipsSuffix}`)?.map((relation) => ({
      ...relation,
      parent: id,
      path: `version.${String(relation.path)}`,
    }))
    return new Map<string, Row[]>([
      [versions, [version]],
      ...(relations ? [[`${versions}${relationshipsSuffix}`, relations] as const] : []),
    ])
  }

  const derived = derive(example.document)
  const isSame = derived && dequal(withoutIds(derived, versions), withoutIds(example.version, versions))
  return isSame ? derive : undefined
}
