import { bindings } from './bindings.ts'
import { template } from './template.ts'
import type { Mapping } from './types.ts'

/** The field that links to documents of a mapping go by. */
export const linkedField = ({ key, links }: Mapping): string => links?.block[links.key] ?? key

/** The field that holds the URL of a document, and the pattern that the URL is built by. */
export type UrlPattern = { field: string; template: string }

/** How the URLs of a mapping's documents are built; undefined if no field holds one. */
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
 * The url of a document that an address within the site would be, in the form that documents have it: without a query,
 * a place in the page, and with or without a slash at the end. `undefined` where no document of the mapping can have it.
 */
export const documentUrl = (mapping: Mapping, address: string): string | undefined => {
  const path = address.startsWith('/') && !address.startsWith('//') ? pathOf(address) : undefined
  const pattern = urlPattern(mapping)?.template
  if (path === undefined || pattern === undefined) return undefined
  const bare = path.replace(/\/+$/, '')
  return [bare, `${bare}/`].find((url) => template(pattern).match(url) !== undefined)
}

/** The text that each url of a document begins with; empty where that is a field. */
export const urlStart = (mapping: Mapping): string =>
  urlPattern(mapping)?.template.replace(/\{.*$/s, '') ?? ''
