import { createLocalReq, type Payload } from 'payload'

import { collectionOf } from '../documents/documents.ts'
import { errorMessage } from '../documents/errorMessage.ts'
import { readBinaryFile } from '../files/readBinaryFile.ts'
import type { Upload, UploadFile } from './uploads.ts'

/** A larger image is neither read nor written. */
export const maxImageBytes = 100 * 1024 * 1024

/** The bytes of a file of an upload, or a sentence that says why it cannot be read. */
export type UploadBytes = { bytes: Uint8Array } | { reason: string }

const fromStorage = async (
  payload: Payload,
  collection: string,
  upload: Upload,
  { filename }: UploadFile,
): Promise<Response | undefined> => {
  const { config } = payload.collections[collectionOf(payload, collection)]
  const req = await createLocalReq({}, payload)
  const { prefix } = upload.document
  const params = { collection, filename, ...(typeof prefix === 'string' ? { prefix } : {}) }
  for (const handler of config.upload.handlers ?? []) {
    const response: unknown = await handler(req, { doc: upload.document, headers: new Headers(), params })
    if (response instanceof Response) return response
  }
  return undefined
}

/**
 * Reads a file of an upload from where Payload serves it: from the storage that an adapter uses, by the adapter's own
 * handler, or otherwise from the folder of the collection.
 */
export const readUpload = async (
  payload: Payload,
  collection: string,
  upload: Upload,
  file: UploadFile,
): Promise<UploadBytes> => {
  const { config } = payload.collections[collectionOf(payload, collection)]
  try {
    const response = await fromStorage(payload, collection, upload, file)
    if (response?.ok) return { bytes: new Uint8Array(await response.arrayBuffer()) }
    if (response) return { reason: `The storage responded with ${response.status}.` }
    const folder = config.upload.staticDir ?? collection
    const read = await readBinaryFile(folder, file.filename, { maxBytes: maxImageBytes })
    return read.ok ? { bytes: read.bytes } : { reason: read.problem.message }
  } catch (error) {
    return { reason: errorMessage(error) }
  }
}
