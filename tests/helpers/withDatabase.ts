/**
 * Sets the database in the URL of a MongoDB or Postgres, which may have several hosts: `mongodb://a:1,b:2/?replicaSet=rs` and
 * `tests` give `mongodb://a:1,b:2/tests?replicaSet=rs`.
 */
export const withDatabase = (url: string, databaseName: string): string => {
  const parts = /^((?:mongodb(?:\+srv)?|postgres(?:ql)?):\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(url)
  if (parts === null)
    throw new Error('This is no url of a server; it begins with mongodb:// or postgres:// and names a host.')
  return `${parts[1]}/${databaseName}${parts[2] ?? ''}`
}
