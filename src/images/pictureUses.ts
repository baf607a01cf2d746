import type { PayloadRequest, Where } from 'payload'

import { type DocumentId, isRecord } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'

/** The Markdown field of a collection whose texts may show images. */
export type ShownIn = { collection: string; field: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The file names of a stored image: its own, and those of its sizes. */
export const fileNamesOf = (picture: Record<string, unknown>): string[] => {
  const sizes = isRecord(picture.sizes) ? Object.values(picture.sizes) : []
  return [picture, ...sizes].flatMap((one) => (isRecord(one) && isText(one.filename) ? [one.filename] : []))
}

// A text may contain the same file name encoded or not, and the name may be a prefix of another.
const shows = (text: unknown, spellings: readonly string[]): boolean =>
  isText(text) &&
  spellings.some((name) =>
    text
      .split(`/file/${name}`)
      .some((after, at) => at > 0 && !/^[\p{L}\p{N}_%.-]*[\p{L}\p{N}_%-]/u.test(after)),
  )

/**
 * The ids of the documents whose text shows any of some uploaded files, in their rows or in newer drafts, including the
 * trash. It reads all texts, so use it only for rare operations.
 */
export const pictureUses = async (
  req: PayloadRequest,
  { collection, field }: ShownIn,
  names: readonly string[],
): Promise<Set<DocumentId>> => {
  if (!(collection in req.payload.collections)) return new Set()
  const spellings = [...new Set(names.flatMap((name) => [name, encodeURIComponent(name), encodeURI(name)]))]
  const asking = (path: string): Where => ({
    or: spellings.map((name) => ({ [path]: { contains: `/file/${name}` } })),
  })
  const rows = await rowsOf(req.payload).find({
    collection,
    req,
    select: { [field]: true },
    where: asking(field),
  })
  const used = rows.filter((row) => shows(row[field], spellings)).map(({ id }) => id)
  const drafts = await rowsOf(req.payload).findVersions({
    collection,
    req,
    where: { and: [{ latest: { equals: true } }, asking(`version.${field}`)] },
  })
  const inDrafts = drafts
    .filter(({ version }) => shows(version[field], spellings))
    .map(({ parent }) => parent)
  return new Set([...used, ...inDrafts])
}
