import { join } from 'node:path'

import type { PayloadRequest } from 'payload'

import { UploadError } from '../../../files/errors.ts'
import { createRoot } from '../../../files/paths.ts'
import { receiveFile, removeFile } from '../../../files/upload/receiveFile.ts'
import { maxZipBytes, type Unpacked, unzip } from '../../../files/upload/unzip.ts'
import { type UploadPaths, uploadPaths } from '../../../files/upload/uploadPaths.ts'
import { maxUnpackedBytes } from '../../../files/upload/zipEntries.ts'

type Content = NonNullable<Request['body']>

/** What was received: its name, the folder with its files, their number, and their size in bytes. */
export type Received = { name: string; folder: string; files: number; bytes: number }

const zipTypes = ['application/zip', 'application/x-zip-compressed']

const typeOf = (header: string | null): string => header?.split(';')[0]?.trim().toLowerCase() ?? ''

const isZip = ({ name, type }: File): boolean => zipTypes.includes(typeOf(type)) || /\.zip$/i.test(name)

const unpack = async (
  folder: string,
  content: Content,
  { bytes = 0, paths }: { bytes?: number; paths?: UploadPaths } = {},
): Promise<Unpacked> => {
  const name = 'upload.zip'
  try {
    await receiveFile(folder, name, content, maxZipBytes)
    const limits = { maxBytes: maxUnpackedBytes - bytes }
    return await unzip(join(folder, name), join(folder, 'upload'), limits, paths)
  } finally {
    await removeFile(join(folder, name))
  }
}

const filesOf = async (req: PayloadRequest): Promise<File[]> => {
  const form = await req.formData?.().catch(() => undefined)
  if (!form) throw new UploadError('The form is invalid.')
  return [...form.values()].filter((value) => value instanceof File)
}

// Shown in the history only.
const shownName = (name: string): string =>
  name
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, '')
    .slice(0, 200) ?? ''

/**
 * Writes the files of a request into a new folder `upload` under a folder. The body is a zip, whose name may be in the
 * query, or a form with zips and files, each file named by its path under the content root.
 * @throws UploadError if there is nothing to import, or the body has another form.
 */
export const receiveUpload = async (req: PayloadRequest, into: string): Promise<Received> => {
  const folder = join(into, 'upload')
  await createRoot(folder)
  const type = typeOf(req.headers.get('content-type'))
  if (zipTypes.includes(type) && req.body) {
    const name = shownName(req.searchParams.get('name') ?? '') || 'upload'
    return { name, folder, ...(await unpack(into, req.body)) }
  }
  if (type !== 'multipart/form-data')
    throw new UploadError('Send a zip as application/zip, or files as multipart/form-data.')
  const sent = await filesOf(req)
  const [first] = sent
  if (!first) throw new UploadError('The form has no file.')
  const paths = uploadPaths()
  for (const file of sent) if (!isZip(file)) paths.add(file.name)
  const received = { files: 0, bytes: 0 }
  for (const file of sent) {
    if (isZip(file)) {
      const { bytes, files } = await unpack(into, file.stream(), { bytes: received.bytes, paths })
      received.files += files
      received.bytes += bytes
    } else {
      await receiveFile(folder, file.name, file.stream(), maxZipBytes)
      received.files += 1
      received.bytes += file.size
    }
  }
  return { name: sent.length === 1 ? shownName(first.name) : `${received.files} files`, folder, ...received }
}
