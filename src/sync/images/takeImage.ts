import path from 'node:path'

import { digestOf } from '../../files/readTextFile.ts'
import { readBinaryFile } from '../../files/readBinaryFile.ts'
import { maxImageBytes } from '../../images/readUpload.ts'
import { createUpload, replaceUpload } from '../../images/saveUpload.ts'
import type { Finding } from '../../problems/problems.ts'
import { namingHooks } from '../hookErrors.ts'
import { failedDocument } from '../import/failedFile.ts'
import { afterLeavingOut, afterMeeting, isLeftOut } from '../records/exportMarks.ts'
import type { ImageRow } from '../records/imageRows.ts'
import { findByContent, type FoundUpload, indexUpload } from './contentIndex.ts'
import { storedDigest } from './storedDigest.ts'
import type { Images } from './withImages.ts'

/** Why an image was not imported, without the place of the text that shows it. */
export type ImageFinding = Pick<Finding, 'code' | 'message' | 'remedy'>

const notImported = (message: string): ImageFinding => ({
  code: 'picture-not-imported',
  message,
  remedy: 'Replace the image with one that the CMS accepts, and save the text again.',
})

const conflict = (place: string, reason: string): ImageFinding => ({
  code: 'picture-conflict',
  message: `The image ${place} has changed in the folder, but ${reason}. The CMS keeps its image.`,
  remedy: 'Upload the image in the CMS if it is the right one, or give the new one another name.',
})

/** Records that an image is at a path of the content root. */
const record = async (
  images: Images,
  place: string,
  { bytes, found, row }: { bytes: Uint8Array; found: FoundUpload; row: ImageRow | undefined },
): Promise<void> => {
  const { file, upload } = found
  const read = await storedDigest(images, found)
  const data = {
    path: place,
    digest: digestOf(bytes),
    marks: afterMeeting(row?.marks ?? []),
    upload: String(upload.id),
    url: file.url,
    stored: 'digest' in read ? read.digest : '',
    storedAt: upload.updatedAt,
  }
  const saved = row ? await images.rows.change({ ...data, id: row.id }) : await images.rows.add(data)
  images.table.set({ path: place, url: saved.url, upload: saved.upload, row: saved })
}

/** Notes which places of an image are gone from the folder, so that texts prefer others; the image was moved. */
const noteMove = async (images: Images, { upload }: FoundUpload): Promise<void> => {
  const { folder = '', rows, table } = images
  for (const row of await rows.byUploads([String(upload.id)])) {
    const there = await readBinaryFile(folder, row.path, { maxBytes: maxImageBytes })
    if (there.ok || !there.missing || isLeftOut(row.marks)) continue
    const gone = await rows.change({ ...row, marks: afterLeavingOut(row.marks) })
    table.set({ path: gone.path, url: gone.url, upload: gone.upload, row: gone })
  }
}

const takeNew = async (
  images: Images,
  place: string,
  { alt, bytes, row }: { alt: string; bytes: Uint8Array; row: ImageRow | undefined },
): Promise<void> => {
  const known = await findByContent(images, bytes)
  if (known) {
    await noteMove(images, known)
    return record(images, place, { bytes, found: known, row })
  }
  const { collection, payload } = images
  const filename = path.basename(place)
  const upload = await namingHooks(collection, () =>
    createUpload(payload, collection, { alt, bytes, filename }),
  )
  const [file] = upload.files
  if (!file) throw new TypeError(`The collection "${collection}" has not kept the file ${filename}.`)
  await indexUpload(images, { upload, file }, bytes)
  await record(images, place, { bytes, found: { upload, file }, row })
}

const takeChange = async (
  images: Images,
  row: ImageRow,
  { alt, bytes }: { alt: string; bytes: Uint8Array },
): Promise<ImageFinding | undefined> => {
  const { collection, payload, rows, uploads } = images
  const [upload] = await uploads.byIds([row.upload])
  const file = upload?.files.find(({ url }) => url === row.url)
  if (!upload || !file) {
    await takeNew(images, row.path, { alt, bytes, row })
    return undefined
  }
  const now = await storedDigest(images, { upload, file }, row)
  if ('reason' in now) return notImported(`The image ${row.path} could not be compared: ${now.reason}`)
  if (now.digest !== digestOf(bytes)) {
    if (now.digest !== row.stored) return conflict(row.path, 'also in the CMS')
    if (file !== upload.files[0]) return conflict(row.path, 'it is a size of another image')
    const others = (await rows.byUploads([row.upload])).filter(
      (other) => other.id !== row.id && !isLeftOut(other.marks),
    )
    if (others[0]) return conflict(row.path, `the CMS uses the same upload for ${others[0].path}`)
    const replaced = await namingHooks(collection, () =>
      replaceUpload(payload, collection, { bytes, upload }),
    )
    const [original = file] = replaced.files
    await record(images, row.path, { bytes, found: { upload: replaced, file: original }, row })
    return undefined
  }
  await record(images, row.path, { bytes, found: { upload, file }, row })
  return undefined
}

/**
 * Imports the image at a path of the content root: a new one becomes an upload, unless there is one with the same bytes;
 * a changed one replaces the file of its upload. Returns the reason if it cannot. A dry run writes nothing.
 */
export const takeImage = async (
  images: Images,
  place: string,
  { alt, dryRun }: { alt: string; dryRun: boolean },
): Promise<ImageFinding | undefined> => {
  const { folder = '', rows, table } = images
  const row = table.get(place)?.row ?? (await rows.byPaths([place]))[0]
  const read = await readBinaryFile(folder, place, { maxBytes: maxImageBytes })
  if (!read.ok && !read.missing) return notImported(`The image ${place}: ${read.problem.message}`)
  if (!read.ok)
    return {
      code: 'picture-missing',
      message: `There is no image ${place} in the folder.`,
      remedy: row
        ? 'Nothing to do: the CMS has it, and the next export writes it.'
        : 'Add the image, or correct its address, and save the text again.',
    }
  const digest = digestOf(read.bytes)
  const isKnown = row && (row.digest === undefined ? row.marks.includes(digest) : row.digest === digest)
  if (isKnown || dryRun) return undefined
  const given = { alt, bytes: read.bytes }
  try {
    if (row) return await takeChange(images, row, given)
    await takeNew(images, place, { ...given, row: undefined })
    return undefined
  } catch (error) {
    const problem = failedDocument(place, error)
    if (!problem) throw error
    return notImported(`The image ${place} was refused: ${problem.message}`)
  }
}
