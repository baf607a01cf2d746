import { constants } from 'node:fs'

import type { Entry, ZipFile } from 'yauzl'

import { UploadError } from '../errors.ts'
import type { UploadPaths } from './uploadPaths.ts'

/** Maximum total size of unpacked files, in bytes: 1 GiB. */
export const maxUnpackedBytes = 1024 ** 3

export type ZipLimits = {
  /** Maximum number of files and folders in a zip. Default: 200,000 */
  maxEntries?: number
  /** Maximum total size of the unpacked files, in bytes. Default: 1 GiB */
  maxBytes?: number
  /** How many times larger than in the zip a file may be, if it has more than 1 MiB. Default: 200 */
  maxRatio?: number
}

// Texts that repeat a lot may be a hundred times smaller.
const smallBytes = 1024 ** 2

const stored = 0
const deflated = 8

const hasDescriptor = 0x8
const inZip64 = 0xffffffff

const isHidden = ({ fileName }: Entry): boolean =>
  fileName.split('/').some((segment) => segment.startsWith('.'))

// Systems other than Unix leave these bits empty.
const isSpecial = ({ externalFileAttributes }: Entry): boolean => {
  const type = (externalFileAttributes >>> 16) & constants.S_IFMT
  return type !== 0 && type !== constants.S_IFREG && type !== constants.S_IFDIR
}

const refuse = ({ fileName }: Entry, reason: string): never => {
  throw new UploadError(`"${fileName}" ${reason}`)
}

/** Where the data of an entry begins and ends in the zip, after its own header was compared with the directory. */
const rangeOf = async (zip: ZipFile, entry: Entry): Promise<{ start: number; end: number }> => {
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false })
  const sizes = [
    [header.compressedSize, entry.compressedSize],
    [header.uncompressedSize, entry.uncompressedSize],
    [header.crc32, entry.crc32],
  ] as const
  const saysOtherwise =
    (header.generalPurposeBitFlag & hasDescriptor) === 0 &&
    sizes.some(([own, listed]) => own !== inZip64 && own !== listed)
  if (
    saysOtherwise ||
    header.compressionMethod !== entry.compressionMethod ||
    !header.fileName.equals(entry.fileNameRaw)
  )
    refuse(entry, 'is described in two different ways by the zip. Create the zip again.')
  const { relativeOffsetOfLocalHeader: start } = entry
  return { start, end: header.fileDataStart + entry.compressedSize }
}

/** Refuses entries that share data, by which a small zip becomes a large folder. */
const refuseOverlaps = (ranges: { start: number; end: number }[]): void => {
  const ordered = ranges.toSorted((a, b) => a.start - b.start)
  if (ordered.some(({ start }, at) => start < (ordered[at - 1]?.end ?? 0)))
    throw new UploadError('Some files of the zip share their data. Create the zip again.')
}

/**
 * The files of a zip, checked before any of them is unpacked. Folders without files and hidden files, such as those that
 * macOS adds, are skipped.
 * @throws UploadError for encrypted entries, symbolic links, unsafe paths, paths that are the same on some file systems,
 * entries that the zip describes in two ways or that share data, and more than the limits.
 */
export const zipEntries = async (
  zip: ZipFile,
  { maxBytes = maxUnpackedBytes, maxEntries = 200_000, maxRatio = 200 }: ZipLimits,
  paths: UploadPaths,
): Promise<Entry[]> => {
  if (zip.entryCount > maxEntries)
    throw new UploadError(`The zip has ${zip.entryCount} entries; the limit is ${maxEntries}.`)
  const entries: Entry[] = []
  const ranges: { start: number; end: number }[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, compressionMethod, fileName, uncompressedSize } = entry
    if (entry.isEncrypted()) refuse(entry, 'is encrypted. Send a zip without a password.')
    if (isSpecial(entry)) refuse(entry, 'is a symbolic link or not a regular file.')
    if (compressionMethod !== stored && compressionMethod !== deflated)
      refuse(entry, 'is compressed by a method other than deflate. Create the zip with another program.')
    ranges.push(await rangeOf(zip, entry))
    if (fileName.endsWith('/') || isHidden(entry)) continue
    paths.add(fileName)
    bytes += uncompressedSize
    if (bytes > maxBytes) throw new UploadError(`The zip has more than ${maxBytes} bytes when unpacked.`)
    if (uncompressedSize > smallBytes && uncompressedSize > maxRatio * compressedSize)
      refuse(entry, `is more than ${maxRatio} times larger than in the zip.`)
    entries.push(entry)
  }
  refuseOverlaps(ranges)
  return entries
}
