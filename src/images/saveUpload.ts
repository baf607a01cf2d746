import path from 'node:path'

import type { Payload } from 'payload'

import { collectionOf, documentsOf } from '../documents/documents.ts'
import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { runContext } from '../documents/runContext.ts'
import { type Upload, uploadsOf } from './uploads.ts'

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

const fileOf = (bytes: Uint8Array, name: string, mimetype: string) => ({
  data: Buffer.from(bytes),
  mimetype,
  name,
  size: bytes.length,
})

/** Images without a description are named by their file, since the description is usually required. */
const descriptionOf = (alt: string, filename: string): string =>
  alt.trim() === '' ? path.parse(filename).name : alt

/**
 * Uploads an image by Payload's own operation, which makes its sizes. The field `alt`, if the collection has it, gets the
 * description. Payload's errors are thrown if the collection refuses the file.
 */
export const createUpload = async (
  payload: Payload,
  collection: string,
  { alt, bytes, filename }: { alt: string; bytes: Uint8Array; filename: string },
): Promise<Upload> => {
  const { config } = payload.collections[collectionOf(payload, collection)]
  const hasAlt = fieldsByPath(config.fields).has('alt')
  const type = types[path.extname(filename).toLowerCase()] ?? 'application/octet-stream'
  const document = await documentsOf(payload).create({
    collection,
    context: runContext(payload),
    data: hasAlt ? { alt: descriptionOf(alt, filename) } : {},
    file: fileOf(bytes, filename, type),
  })
  return uploadsOf(payload, collection).toUpload(document)
}

/** Replaces the original file of an upload, which keeps its name and so its address. */
export const replaceUpload = async (
  payload: Payload,
  collection: string,
  { bytes, upload }: { bytes: Uint8Array; upload: Upload },
): Promise<Upload> => {
  const [original] = upload.files
  const document = await documentsOf(payload).update({
    collection,
    context: runContext(payload),
    data: {},
    file: fileOf(bytes, original?.filename ?? '', upload.mimeType),
    id: upload.id,
    overwriteExistingFiles: true,
  })
  return uploadsOf(payload, collection).toUpload(document)
}
