/** Collections whose number of documents grows with the articles, or with the edits of articles. */
const collections = ['articles', 'answerbook-changes', 'answerbook-files', 'answerbook-links', 'redirects']

/** The tables of SQL databases that have more rows the more articles there are. */
export const growingTables: readonly string[] = [
  ...collections.map((slug) => slug.replaceAll('-', '_')),
  'articles_rels',
  '_articles_v',
  '_articles_v_rels',
]

/** The same collections of MongoDB. */
export const growingCollections: readonly string[] = [...collections, '_articles_versions']
