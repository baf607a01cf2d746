import { withoutOwnHost } from './withoutOwnHost.ts'
import { sentenceIn } from '../../../../admin/sentenceIn.ts'
import { isRecord } from '../../../../admin/isRecord.ts'

/** An image of a media collection, as a text uses it. */
export type Media = { url: string; alt: string }

const mediaFrom = (doc: unknown, collection: string): Media | undefined =>
  isRecord(doc) && typeof doc.url === 'string'
    ? { url: withoutOwnHost(doc.url, [collection]), alt: typeof doc.alt === 'string' ? doc.alt : '' }
    : undefined

/** Reads an image from the API. `collection` is the address of its collection. Undefined if it cannot be read. */
export const readMedia = async (collection: string, id: number | string): Promise<Media | undefined> => {
  const response = await fetch(`${collection}/${id}?depth=0`, { credentials: 'include' })
  return response.ok ? mediaFrom(await response.json(), collection) : undefined
}

/** Why an image could not be uploaded: the server's status, and its message if it gave one. */
export type FailedUpload = { status: number; message: string | undefined }

/** Uploads an image with its description. */
export const uploadMedia = async (
  collection: string,
  file: File,
  alt: string,
): Promise<Media | FailedUpload> => {
  const form = new FormData()
  form.append('file', file)
  form.append('_payload', JSON.stringify({ alt }))
  const response = await fetch(collection, { body: form, credentials: 'include', method: 'POST' })
  const body: unknown = await response.json().catch(() => undefined)
  const media = isRecord(body) ? mediaFrom(body.doc, collection) : undefined
  return media ?? { status: response.status, message: sentenceIn(body) }
}
