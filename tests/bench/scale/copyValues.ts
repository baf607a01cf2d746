import { createHash } from 'node:crypto'

/** The time between two copies; an import of one copy takes less. */
const millisecondsBetween = 6_000_000

/** The difference between the legacy ids, and the days, of two copies. */
const between = { id: 250_000, days: 1 }

/** The value of the generated site in its nth copy: unique values stay unique, and references follow them. */
export type CopyValue = (value: unknown, copy: number) => unknown

type Text = (text: string, copy: number) => string

const ofText =
  (change: Text): CopyValue =>
  (value, copy) =>
    typeof value === 'string' ? change(value, copy) : value

const shifted = (hex: string, by: number): string =>
  (Number.parseInt(hex, 16) - by).toString(16).padStart(hex.length, '0')

/** The id of a copy: a UUID of version 7 or an ObjectId of an earlier time, the rest unchanged. */
const idText: Text = (id, copy) => {
  if (/^[0-9a-f]{24}$/.test(id))
    return `${shifted(id.slice(0, 8), (copy * millisecondsBetween) / 1000)}${id.slice(8)}`
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)) return id
  const time = shifted(id.slice(0, 8) + id.slice(9, 13), copy * millisecondsBetween)
  return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13)}`
}

// A question mark only occurs at the end of questions, and /questions/ only in URLs: the generated text is like that.
const question: Text = (text, copy) => text.replaceAll('?', `, part ${copy}?`)
const url: Text = (text, copy) => text.replaceAll('/questions/', `/questions/part-${copy}-`)
const slug: Text = (text, copy) => `part-${copy}-${text}`
const path: Text = (text, copy) => text.replace(/^(learn\/[^/]+\/)/, `$1part-${copy}-`)

const later = (day: string, copy: number): string =>
  new Date(Date.parse(day) + copy * between.days * 86_400_000).toISOString()

/** The path and the text of the nth copy of a file of the generated site. */
export const copyFile = (
  file: { path: string; text: string },
  copy: number,
): { path: string; text: string } => ({
  path: path(file.path, copy),
  text: url(question(file.text, copy), copy)
    .replace(/^file_name: /m, `file_name: part-${copy}-`)
    .replace(/^date: (.*)$/m, (_, day: string) => `date: ${later(day, copy).slice(0, 10)}`)
    .replaceAll(/^( {4})?id: (-?\d+)$/gm, (_, indent: string | undefined, id: string) => {
      return `${indent ?? ''}id: ${Number(id) + copy * between.id}`
    }),
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Unresolved links as stored: a list, or its JSON. */
const unresolved: CopyValue = (value, copy) => {
  if (typeof value === 'string') return JSON.stringify(unresolved(JSON.parse(value), copy))
  if (!Array.isArray(value)) return value
  return value.map((link: unknown) => {
    if (!isRecord(link) || !isRecord(link.values)) return link
    const { id, title, url: shown } = link.values
    const values = {
      ...link.values,
      ...(id === undefined ? {} : { id: String(Number(id) + copy * between.id) }),
      ...(title === undefined ? {} : { title: ofText(question)(title, copy) }),
      ...(shown === undefined ? {} : { url: ofText(url)(shown, copy) }),
    }
    return { ...link, url: ofText(url)(link.url, copy), values }
  })
}

const time: CopyValue = (value, copy) => {
  if (typeof value === 'string') return new Date(Date.parse(value) - copy * millisecondsBetween).toISOString()
  return value instanceof Date ? new Date(value.getTime() - copy * millisecondsBetween) : value
}

const day: CopyValue = (value, copy) => {
  if (typeof value === 'string') return later(value, copy)
  return value instanceof Date ? new Date(later(value.toISOString(), copy)) : value
}

const number: CopyValue = (value, copy) => (typeof value === 'number' ? value + copy * between.id : value)

const fileText = ofText((text, copy) => copyFile({ path: '', text }, copy).text)

const isObjectId = (value: unknown): value is { toHexString: () => string } =>
  isRecord(value) && typeof value.toHexString === 'function'

const id: CopyValue = (value, copy) => {
  if (Array.isArray(value)) return value.map((one: unknown) => id(one, copy))
  if (typeof value === 'string') return idText(value, copy)
  // Created through its own class, so that the driver's package is not needed here.
  return isObjectId(value) ? Reflect.construct(value.constructor, [idText(value.toHexString(), copy)]) : value
}

/** The columns whose values differ between copies, by the name of their field. All others are the same in each. */
export const copiedValues: Record<string, CopyValue> = {
  id: id,
  _id: id,
  parent: id,
  parentId: id,
  articlesId: id,
  document: id,
  from: id,
  to: id,
  relatedArticles: id,
  question: ofText(question),
  slug: ofText(slug),
  url: ofText(url),
  path: ofText(path),
  legacyId: number,
  date: day,
  createdAt: time,
  updatedAt: time,
  unresolvedLinks: unresolved,
  text: fileText,
  exported: fileText,
}

/** The sha-256 of a file's text, in hex, as the file records store it. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
