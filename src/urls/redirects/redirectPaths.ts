/** Whether a text is a path of a site: it begins with a single slash, and has neither query nor fragment. */
export const isPath = (text: string): boolean => /^\/(?!\/)[^?#\\]*$/.test(text)

/** The path by which a redirect is looked up: decoded, without trailing slashes; undefined if it cannot be decoded. */
export const lookupPath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path).replace(/(?<=.)\/+$/, '')
  } catch {
    return undefined
  }
}

const base = 'https://this.site'

/** The path of an address of this site: a path, or a URL with the site's own host; undefined for any other. */
export const ownPath = (address: string, serverUrl?: string): string | undefined => {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  const isOwn =
    url.origin === base || (URL.canParse(serverUrl ?? '') && url.origin === new URL(serverUrl ?? '').origin)
  return isOwn ? url.pathname : undefined
}

/**
 * The target of a redirect as a `Location` header: `/a b` gives `/a%20b`. Undefined unless it is a path of this site or
 * an https address, so that nothing sends visitors to `//other.site` or runs a script.
 */
export const locationOf = (target: string): string | undefined => {
  const leadsHere = /^\/(?![/\\])/.test(target)
  if (!leadsHere && !target.startsWith('https://')) return undefined
  if (!URL.canParse(target, base)) return undefined
  const url = new URL(target, base)
  if (!leadsHere) return url.href
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined
}

/**
 * The canonical form of a typed path, by which a redirect is found: as browsers send it, without `.` and `..`, decoded,
 * without trailing slashes. `/old/` gives `/old`, `/caf%C3%A9` gives `/café`. Undefined if there is none.
 */
export const firingPath = (typed: string): string | undefined => {
  const path = typed.trim()
  if (!isPath(path)) return undefined
  const sent = ownPath(path)
  return sent === undefined ? undefined : lookupPath(sent)
}

/** Paths that the server handles itself, so that no redirect is looked up for them. */
export const isServed = (path: string): boolean => path === '/' || /^\/(admin|api|_next)(\/|$)/.test(path)
