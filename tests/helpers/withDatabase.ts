/**
 * Names a database in a MongoDB url, whose hosts may be several: `mongodb://a:1,b:2/?replicaSet=rs` and `tests` give
 * `mongodb://a:1,b:2/tests?replicaSet=rs`.
 */
export const withDatabase = (url: string, databaseName: string): string => {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(url)
  if (parts === null)
    throw new Error('This is not a MongoDB url; it begins with mongodb:// and names a host.')
  return `${parts[1]}/${databaseName}${parts[2] ?? ''}`
}
