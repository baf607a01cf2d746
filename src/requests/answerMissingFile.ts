import { statSync } from 'node:fs'
import path from 'node:path'

import type { UploadConfig } from 'payload'

import { collectionOf } from '../documents/documents.ts'
import { refusal } from '../documents/refusal.ts'

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

const isFile = (file: string): boolean => {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * Responds with 404 for an uploaded file that is not on this disk, for which Payload responds with 500 (Payload 3.90,
 * `packages/payload/src/uploads/endpoints/getFile.ts`). Files stored elsewhere are passed on.
 */
export const answerMissingFile: FileHandler = ({ payload }, { params }) => {
  const { upload } = payload.collections[collectionOf(payload, params.collection)].config
  if (upload.disableLocalStorage) return
  const folder = path.resolve(upload.staticDir ?? params.collection)
  if (!isFile(path.join(folder, path.basename(params.filename))))
    return refusal('There is no file with this name.', 404)
}
