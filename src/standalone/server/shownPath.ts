/** A request's path as it may be logged: without the query, and without one-time tokens in the path. */
export const shownPath = (url: string): string => {
  const [path = ''] = url.split('?', 1)
  return path.replace(/\/(reset|verify)\/[^/]+/gi, '/$1/…').slice(0, 500)
}
