import { isRecord } from '../../documents/documents.ts'
import type { Mapping } from '../../mapping/types.ts'
import { template } from '../../mapping/template.ts'
import { urlPattern } from '../../mapping/urlPattern.ts'
import { ConfigurationError } from '../../problems/ConfigurationError.ts'
import { startsOfItems } from './startsOfItems.ts'
import { asReason } from '../../problems/asReason.ts'

/** One item of a list of redirects as it was written; undefined if it cannot be understood. */
export type ListedRedirect = { line: number; column: number; from: string; to: string }

/** An item that does not name two URLs. */
export type UnreadableItem = { line: number; column: number; from?: undefined }

const names: readonly (readonly [from: string, to: string])[] = [
  ['from', 'to'],
  ['previous', 'current'],
  ['old', 'new'],
  ['source', 'destination'],
]

const isAddress = (text: string): boolean => /^(\/|https?:\/\/)/i.test(text)

/** The URL of a question under a subject, for the first pattern that consists of two such parts. */
const urlUnder = (mappings: readonly Mapping[], subject: string, question: string): string | undefined => {
  for (const mapping of mappings) {
    const pattern = urlPattern(mapping)
    const compiled = pattern && template(pattern.template)
    const [first, second, ...others] = compiled?.names ?? []
    if (!compiled || first === undefined || second === undefined || others.length > 0) continue
    return compiled.render({ [first]: subject, [second]: question })
  }
  return undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'

const pairOf = (mappings: readonly Mapping[], item: unknown): [from: string, to: string] | undefined => {
  if (Array.isArray(item)) {
    const texts: unknown[] = item
    const [from, to, ...others] = texts
    return isText(from) && isText(to) && others.length === 0 ? [from, to] : undefined
  }
  if (!isRecord(item)) return undefined
  for (const [before, after] of names) {
    const { [before]: from, [after]: to, question } = item
    if (!isText(from) || !isText(to)) continue
    if (!isText(question) || isAddress(from) || isAddress(to)) return [from, to]
    const urls = [from, to].map((subject) => urlUnder(mappings, subject, question))
    const [first, second] = urls
    return first !== undefined && second !== undefined ? [first, second] : undefined
  }
  return undefined
}

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(`${file} is not JSON: ${asReason(reason)}.`, { cause: error })
  }
}

/**
 * Reads a list of redirects in JSON: items `{ "from", "to" }` (also `previous` and `current`, `old` and `new`, `source` and
 * `destination`), pairs `["/old", "/new"]`, or an object of new URLs by old ones. With `question`, an item names its subjects:
 * `{ "previous": "biology", "question": "what-is-a-cell", "current": "chemistry" }`. Throws a
 * ConfigurationError if the text is not a list in JSON.
 */
export const readRedirectList = (
  file: string,
  text: string,
  mappings: readonly Mapping[],
): (ListedRedirect | UnreadableItem)[] => {
  const parsed = parse(file, text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(parsed) && !isRecord(parsed))
    throw new ConfigurationError(`${file} does not contain a list of redirects.`)
  const starts = startsOfItems(text)
  const items: unknown[] = Array.isArray(parsed) ? parsed : Object.entries(parsed)
  return items.map((item, at) => {
    const position = starts[at] ?? { line: 1, column: 1 }
    const pair = pairOf(mappings, item)
    return pair ? { ...position, from: pair[0].trim(), to: pair[1].trim() } : position
  })
}
