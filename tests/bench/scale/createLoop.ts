import type { Where } from 'payload'

import { type DocumentId, documentsOf, idOf, type StoredDocument } from '../../../src/documents/documents.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import type { App } from './bootSite.ts'
import { tablesOf } from './tables.ts'

const pageSize = 500

const articlesIn = async (app: App, most: number): Promise<StoredDocument[]> => {
  const rows = rowsOf(app.payload)
  const all: StoredDocument[] = []
  for (let after: DocumentId | undefined; ; after = all.at(-1)?.id) {
    const where: Where = after === undefined ? {} : { id: { greater_than: after } }
    const page = await rows.find({
      collection: 'articles',
      limit: pageSize,
      pagination: false,
      sort: 'id',
      where,
    })
    all.push(...page)
    if (page.length < pageSize || all.length >= most) return all.slice(0, most)
  }
}

/**
 * Deletes the imported articles from a database, and returns a loop that creates them again, or the first ones, with
 * Payload's Local API and the default hooks. Only links to existing targets are kept, since Payload refuses others.
 */
export const createLoop = async (app: App, most = Infinity): Promise<() => Promise<void>> => {
  const articles = await articlesIn(app, most)
  const tables = tablesOf(app.payload)
  for (const name of (await tables.ofImport()).toReversed()) await tables.clear(name)
  const documents = documentsOf(app.payload)
  return async () => {
    const ids = new Map<DocumentId, DocumentId>()
    for (const { id, createdAt: _createdAt, updatedAt: _updatedAt, url: _url, ...article } of articles) {
      const related = Array.isArray(article.relatedArticles) ? article.relatedArticles : []
      const relatedArticles = related.flatMap((target: unknown) => ids.get(idOf(target) ?? '') ?? [])
      const data = { ...article, relatedArticles, _status: 'published' }
      ids.set(id, (await documents.create({ collection: 'articles', data, depth: 0 })).id)
    }
  }
}
