const harmless = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * A typed or pasted text as a URL that may be linked: a web address, a page of this site, an email address or phone number.
 * A bare domain gets `https://`. Undefined for scripts, data and anything that is not a URL.
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
