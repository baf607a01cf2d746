import { join } from 'node:path'

import type { PayloadRequest } from 'payload'

import { createRoot } from '../../../files/paths.ts'
import { maxZipBytes, unzip } from '../../../files/upload/unzip.ts'
import { receiveFile } from '../../../files/upload/receiveFile.ts'
import { UploadError } from '../../../files/errors.ts'

type Content = NonNullable<Request['body']>

const zipTypes = ['application/zip', 'application/x-zip-compressed']

const typeOf = (header: string | null): string => header?.split(';')[0]?.trim().toLowerCase() ?? ''

const isZip = ({ name, type }: File): boolean => zipTypes.includes(typeOf(type)) || /\.zip$/i.test(name)

const unpack = async (folder: string, name: string, content: Content): Promise<void> => {
  await receiveFile(folder, name, content, maxZipBytes)
  await unzip(join(folder, name), join(folder, 'upload'))
}

const filesOf = async (req: PayloadRequest): Promise<File[]> => {
  const form = await req.formData?.().catch(() => undefined)
  if (!form) throw new UploadError('The form is invalid.')
  return [...form.values()].filter((value) => value instanceof File)
}

/**
 * Writes the files of a request into a new folder under a temporary one, and returns its path. The body is a zip, or a
 * form with zips and files, each file named by its path under the content root.
 * @throws UploadError if there is nothing to import, or the body has another form.
 */
export const receiveUpload = async (req: PayloadRequest, temporary: string): Promise<string> => {
  const root = join(temporary, 'upload')
  await createRoot(root)
  const type = typeOf(req.headers.get('content-type'))
  if (zipTypes.includes(type) && req.body) await unpack(temporary, 'upload.zip', req.body)
  else if (type === 'multipart/form-data') {
    const files = await filesOf(req)
    if (files.length === 0) throw new UploadError('The form has no file.')
    for (const [at, file] of files.entries()) {
      if (isZip(file)) await unpack(temporary, `upload-${at}.zip`, file.stream())
      else await receiveFile(root, file.name, file.stream(), maxZipBytes)
    }
  } else throw new UploadError('Send a zip as application/zip, or files as multipart/form-data.')
  return root
}
