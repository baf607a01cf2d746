import { constants } from 'node:fs'

import { type Entry, openPromise, type ZipFile } from 'yauzl'

import { UploadError } from '../errors.ts'
import { receiveFile } from './receiveFile.ts'

/** How many bytes a zip that somebody sends may have, packed. */
export const maxZipBytes = 256 * 1024 ** 2

export type ZipLimits = {
  /** How many files and folders a zip may have. Default: 200,000 */
  maxEntries?: number
  /** How many bytes all files may have together, unpacked. Default: 1 GiB */
  maxBytes?: number
}

const isHidden = ({ fileName }: Entry): boolean =>
  fileName.split('/').some((segment) => segment.startsWith('.'))

// Systems other than Unix leave these bits empty.
const isSpecial = ({ externalFileAttributes }: Entry): boolean => {
  const type = (externalFileAttributes >>> 16) & constants.S_IFMT
  return type !== 0 && type !== constants.S_IFREG && type !== constants.S_IFDIR
}

/** What Node says of a file or disk, which is no fault of the zip. */
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
    if (isSpecial(entry)) throw new UploadError(`"${fileName}" is a symbolic link or no regular file.`)
    if (fileName.endsWith('/') || isHidden(entry)) continue
    bytes += uncompressedSize
    if (bytes > maxBytes) throw new UploadError(`The zip has more than ${maxBytes} bytes when unpacked.`)
    // yauzl refuses an entry that unpacks to another size than it says.
    await receiveFile(folder, fileName, await zip.openReadStreamPromise(entry), uncompressedSize)
  }
}

/**
 * Unpacks a zip into a folder, one file after the other. Folders without files and hidden files, such as those that macOS
 * adds, are left out.
 * @throws UploadError for a file that is no zip or a broken one, for encrypted entries, symbolic links, paths that lead out
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
