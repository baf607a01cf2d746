/** Whether a text is written as a path of a site: one slash first, and neither query nor fragment. */
export const isPath = (text: string): boolean => /^\/(?!\/)[^?#\\]*$/.test(text)

/** The path that a redirect is looked up by: decoded, without slashes at the end; undefined if it cannot be decoded. */
export const lookupPath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path).replace(/(?<=.)\/+$/, '')
  } catch {
    return undefined
  }
}

const base = 'https://this.site'

/** The path of an address of this site: a path, or an address of the site's own host; undefined for all others. */
export const ownPath = (address: string, serverUrl?: string): string | undefined => {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  const isOwn =
    url.origin === base || (URL.canParse(serverUrl ?? '') && url.origin === new URL(serverUrl ?? '').origin)
  return isOwn ? url.pathname : undefined
}

/**
 * The one form of a typed path in which a redirect is found: as browsers send it, without `.` and `..`, decoded, without
 * slashes at the end. `/old/` gives `/old`, `/caf%C3%A9` gives `/café`. Undefined if there is none.
 */
export const firingPath = (typed: string): string | undefined => {
  const path = typed.trim()
  if (!isPath(path)) return undefined
  const sent = ownPath(path)
  return sent === undefined ? undefined : lookupPath(sent)
}

/** Paths that the server answers itself, so that no redirect is looked up for them. */
export const isServed = (path: string): boolean => path === '/' || /^\/(admin|api|_next)(\/|$)/.test(path)
