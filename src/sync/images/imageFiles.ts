import { digestOf } from '../../files/readTextFile.ts'
import { readBinaryFile } from '../../files/readBinaryFile.ts'
import { maxImageBytes, readUpload } from '../../images/readUpload.ts'
import { candidatesIn } from '../../mapping/images/candidates.ts'
import { isExported } from '../records/exportMarks.ts'
import type { ImageRow } from '../records/imageRows.ts'
import type { FoundUpload } from './contentIndex.ts'
import type { KnownImage } from './imageTable.ts'
import { storedDigest } from './storedDigest.ts'
import type { Images } from './withImages.ts'

/** An image that the text of a file shows, and the offset of its address in the text. */
export type ShownImage = { image: KnownImage; offset: number }

/** The images of the CMS that the text of a file shows, each once. */
export const imagesOfFile = ({ places, table }: Images, text: string): ShownImage[] => {
  const found = new Map<string, ShownImage>()
  for (const { address, offset } of candidatesIn(text, places.start)) {
    const path = places.pathOf(address)
    const image = path === undefined ? undefined : table.get(path)
    if (image && !found.has(image.path)) found.set(image.path, { image, offset })
  }
  return [...found.values()]
}

/**
 * How a file of the content root compares with an image of the CMS. `same`: also if the CMS has converted the file.
 * `outdated`: as it was imported or exported, and the CMS has another image since. `foreign`: neither.
 */
export type ImageState =
  | { kind: 'same' | 'outdated' | 'missing' | 'foreign'; digest: string; found: FoundUpload; there?: string }
  | { kind: 'unreadable'; reason: string }

/** The upload of an image, and its file; undefined if the CMS no longer has it. */
export const uploadOf = async (
  { loaded, uploads }: Images,
  image: KnownImage,
): Promise<FoundUpload | undefined> => {
  const upload = loaded.get(image.upload) ?? (await uploads.byIds([image.upload]))[0]
  const file = upload?.files.find(({ url }) => url === image.url)
  return upload && file && { upload, file }
}

/** Compares an image of the CMS with the file at its path. */
export const compareImage = async (
  images: Images,
  folder: string,
  image: KnownImage,
): Promise<ImageState> => {
  const { row } = image
  const found = await uploadOf(images, image)
  // A whole site may have a great many.
  images.loaded.delete(image.upload)
  if (!found) return { kind: 'unreadable', reason: `The CMS has no image ${image.url}.` }
  const stored = await storedDigest(images, found, row)
  if ('reason' in stored) return { kind: 'unreadable', reason: stored.reason }
  const { digest } = stored
  const read = await readBinaryFile(folder, image.path, { maxBytes: maxImageBytes })
  if (!read.ok && !read.missing) return { kind: 'unreadable', reason: read.problem.message }
  if (!read.ok) return { kind: 'missing', digest, found }
  const there = digestOf(read.bytes)
  // Unless an export has written what the CMS holds since.
  const isConverted = row?.digest === there && row.stored === digest && !row.marks.includes(digest)
  if (there === digest || isConverted) return { kind: 'same', digest, found, there }
  const isOurs = row?.digest === there || isExported(row?.marks ?? [], there)
  return { kind: isOurs ? 'outdated' : 'foreign', digest, found, there }
}

/** The bytes of an image of the CMS, or a sentence that says why they cannot be read. */
export const bytesOfImage = async (
  images: Images,
  image: KnownImage,
): Promise<{ bytes: Uint8Array } | { reason: string }> => {
  const found = await uploadOf(images, image)
  if (!found) return { reason: `The CMS has no image ${image.url}.` }
  return readUpload(images.payload, images.collection, found.upload, found.file)
}

/**
 * The images that exports have written and that no text shows any more, with the files in a folder that still are as an
 * export wrote them. `isShown` tells by path which images are shown.
 */
export async function* unusedImages(
  { places, rows }: Images,
  folder: string,
  isShown: (path: string) => boolean,
): AsyncGenerator<ImageRow, void, undefined> {
  for await (const page of rows.pages())
    for (const row of page) {
      if (row.marks.length === 0 || places.addressOf(row.path) === undefined || isShown(row.path)) continue
      const read = await readBinaryFile(folder, row.path, { maxBytes: maxImageBytes })
      if (read.ok && isExported(row.marks, digestOf(read.bytes))) yield row
    }
}
