import { crc32 } from 'node:zlib'

import { type Entry, openPromise, type ZipFile } from 'yauzl'

import { UploadError } from '../errors.ts'
import { type Chunks, receiveFile } from './receiveFile.ts'
import { type UploadPaths, uploadPaths } from './uploadPaths.ts'
import { zipEntries, type ZipLimits } from './zipEntries.ts'
import { asReason } from '../../problems/asReason.ts'

/** Maximum size of an uploaded zip, in bytes. */
export const maxZipBytes = 256 * 1024 ** 2

/** The number of files that were unpacked, and their size in bytes. */
export type Unpacked = { files: number; bytes: number }

/** Whether the system reported an error, which is not the fault of the zip. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const open = (file: string): Promise<ZipFile> =>
  openPromise(file, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
    if (isOfSystem(error)) throw error
    throw new UploadError(
      'The zip cannot be unpacked: it is incomplete, damaged or no zip at all. Create it again.',
      { cause: error },
    )
  })

const contentOf = async function* (zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  const { crc32: expected, fileName } = entry
  let sum = 0
  // Opened only when it is read: an error of a stream that nobody reads yet would end the process.
  const content: Chunks = await zip.openReadStreamPromise(entry)
  for await (const chunk of content) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== expected) throw new UploadError(`"${fileName}" is damaged. Create the zip again.`)
}

/**
 * Unpacks a zip into a folder, one file after the other, after all of its entries are checked: see `zipEntries`. Zips in
 * the zip are files like any other. `paths` are those of other files of the same upload.
 * @throws UploadError for a file that is not a zip or is corrupt, and for what `zipEntries` refuses.
 */
export const unzip = async (
  file: string,
  folder: string,
  limits: ZipLimits = {},
  paths: UploadPaths = uploadPaths(),
): Promise<Unpacked> => {
  let zip: ZipFile | undefined
  let bytes = 0
  try {
    zip = await open(file)
    const entries = await zipEntries(zip, limits, paths)
    for (const entry of entries) {
      const { fileName, uncompressedSize } = entry
      // yauzl rejects an entry whose unpacked size differs from the declared one.
      await receiveFile(folder, fileName, contentOf(zip, entry), uncompressedSize)
      bytes += uncompressedSize
    }
    return { files: entries.length, bytes }
  } catch (error) {
    if (error instanceof UploadError || isOfSystem(error) || !(error instanceof Error)) throw error
    throw new UploadError(`The zip cannot be unpacked: ${asReason(error.message)}.`, { cause: error })
  } finally {
    zip?.close()
  }
}
