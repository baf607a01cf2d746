const harmless = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * What somebody typed or pasted as a url that may be linked: an address on the web, of a page of this site, of mail or a
 * phone. A bare domain gets `https://`. Undefined for scripts, data and what is no url at all.
 */
export const safeUrl = (typed: string): string | undefined => {
  const url = typed.trim()
  if (url === '' || /[\s\p{Cc}]/u.test(url)) return undefined
  if (/^(?:\/|#|\?|\.{1,2}\/)/.test(url)) return url
  if (/^[a-z][a-z\d+.-]*:/i.test(url) && !/^[^/:]+:\d/.test(url)) {
    const protocol = /^[^:]+:/.exec(url)?.[0].toLowerCase() ?? ''
    return harmless.has(protocol) ? url : undefined
  }
  return /^[^\s/]+\.[a-z]{2,}(?:[/:?#]|$)/i.test(url) ? `https://${url}` : undefined
}
