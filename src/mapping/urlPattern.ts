import { bindings } from './bindings.ts'
import { template } from './template.ts'
import type { Mapping } from './types.ts'

/** The field by which links refer to documents of a mapping. */
export const linkedField = ({ key, links }: Mapping): string => links?.block[links.key] ?? key

/** The field that holds the URL of a document, and the pattern of the URL. */
export type UrlPattern = { field: string; template: string }

/** The URL pattern of a mapping's documents; undefined if no field holds a URL. */
export const urlPattern = (mapping: Mapping): UrlPattern | undefined => {
  const derived = bindings(mapping).templates.flatMap(({ field, template: source }) =>
    field === undefined ? [] : [{ field, template: source }],
  )
  return derived.find(({ field }) => field === linkedField(mapping)) ?? derived[0]
}

const pathOf = (address: string): string | undefined => {
  const [path = ''] = address.split(/[?#]/)
  try {
    return decodeURI(path)
  } catch {
    return undefined
  }
}

/**
 * Normalizes an address within the site to the form of document URLs: without query or fragment, and with or without a
 * trailing slash. `undefined` if no document of the mapping can have it.
 */
export const documentUrl = (mapping: Mapping, address: string): string | undefined => {
  const path = address.startsWith('/') && !address.startsWith('//') ? pathOf(address) : undefined
  const pattern = urlPattern(mapping)?.template
  if (path === undefined || pattern === undefined) return undefined
  const bare = path.replace(/\/+$/, '')
  return [bare, `${bare}/`].find((url) => template(pattern).match(url) !== undefined)
}

/** The prefix of every document URL; empty if the URL begins with a field. */
export const urlStart = (mapping: Mapping): string =>
  urlPattern(mapping)?.template.replace(/\{.*$/s, '') ?? ''

/** The locale in a URL; undefined if the pattern of the URLs has no `{locale}`, or does not match. */
export const localeOfUrl = (mapping: Mapping, url: string): string | undefined => {
  const pattern = urlPattern(mapping)?.template
  const found = mapping.locales && pattern !== undefined ? template(pattern).match(url)?.locale : undefined
  return mapping.locales?.find((locale) => locale === found)
}
