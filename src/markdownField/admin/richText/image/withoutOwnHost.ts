const originOf = (address: string): string | undefined =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined

const pageOrigin = (): string => (typeof location === 'undefined' ? '' : location.origin)

/**
 * The address of an image as a text should contain it: without the host if it is the CMS's own, since the site is read at
 * another one. `hosts` are addresses of the CMS; the open page is one too.
 */
export const withoutOwnHost = (address: string, hosts: readonly string[] = []): string => {
  const origin = originOf(address)
  if (origin === undefined) return address
  const isOwn = [pageOrigin(), ...hosts.map(originOf)].includes(origin)
  return isOwn ? address.replace(/^https?:\/\/[^/]*(?=\/)/i, '') : address
}
