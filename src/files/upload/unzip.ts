import { constants } from 'node:fs'

import { type Entry, openPromise, type ZipFile } from 'yauzl'

import { UploadError } from '../errors.ts'
import { receiveFile } from './receiveFile.ts'

/** Maximum size of an uploaded zip, in bytes. */
export const maxZipBytes = 256 * 1024 ** 2

export type ZipLimits = {
  /** Maximum number of files and folders in a zip. Default: 200,000 */
  maxEntries?: number
  /** Maximum total size of the unpacked files, in bytes. Default: 1 GiB */
  maxBytes?: number
}

const isHidden = ({ fileName }: Entry): boolean =>
  fileName.split('/').some((segment) => segment.startsWith('.'))

// Systems other than Unix leave these bits empty.
const isSpecial = ({ externalFileAttributes }: Entry): boolean => {
  const type = (externalFileAttributes >>> 16) & constants.S_IFMT
  return type !== 0 && type !== constants.S_IFREG && type !== constants.S_IFDIR
}

/** Whether the system reported an error, which is not the fault of the zip. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const unpack = async (zip: ZipFile, folder: string, limits: Required<ZipLimits>): Promise<void> => {
  const { maxBytes, maxEntries } = limits
  if (zip.entryCount > maxEntries)
    throw new UploadError(`The zip has ${zip.entryCount} entries; the limit is ${maxEntries}.`)
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry
    if (entry.isEncrypted())
      throw new UploadError(`"${fileName}" is encrypted. Send a zip without a password.`)
    if (isSpecial(entry)) throw new UploadError(`"${fileName}" is a symbolic link or not a regular file.`)
    if (fileName.endsWith('/') || isHidden(entry)) continue
    bytes += uncompressedSize
    if (bytes > maxBytes) throw new UploadError(`The zip has more than ${maxBytes} bytes when unpacked.`)
    // yauzl rejects an entry whose unpacked size differs from the declared one.
    await receiveFile(folder, fileName, await zip.openReadStreamPromise(entry), uncompressedSize)
  }
}

/**
 * Unpacks a zip into a folder, one file after the other. Folders without files and hidden files, such as those that
 * macOS adds, are skipped.
 * @throws UploadError for a file that is not a zip or is corrupt, for encrypted entries, symbolic links, paths that lead out
 * of the folder, two files of one path, and more than the limits.
 */
export const unzip = async (
  file: string,
  folder: string,
  { maxBytes = 1024 ** 3, maxEntries = 200_000 }: ZipLimits = {},
): Promise<void> => {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(file, { autoClose: false })
    await unpack(zip, folder, { maxBytes, maxEntries })
  } catch (error) {
    if (error instanceof UploadError || isOfSystem(error) || !(error instanceof Error)) throw error
    throw new UploadError(`The zip cannot be unpacked: ${error.message}.`, { cause: error })
  } finally {
    zip?.close()
  }
}
