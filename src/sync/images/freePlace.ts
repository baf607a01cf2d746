import path from 'node:path'

import { maxImageBytes, readUpload } from '../../images/readUpload.ts'
import type { Upload, UploadFile } from '../../images/uploads.ts'
import { readBinaryFile } from '../../files/readBinaryFile.ts'
import { collisionKey } from '../../files/readFolder.ts'
import type { Images } from './withImages.ts'

const maxTries = 1000

const taken = new WeakMap<Images, Set<string>>()

/** Whether a folder has another file at a path; one with the same bytes is the same image. */
const isOther = async (
  { collection, folder, payload }: Images,
  place: string,
  { file, upload }: { upload: Upload; file: UploadFile },
): Promise<boolean> => {
  if (folder === undefined) return false
  const there = await readBinaryFile(folder, place, { maxBytes: maxImageBytes })
  if (!there.ok) return !there.missing
  const own = await readUpload(payload, collection, upload, file)
  return !('bytes' in own) || Buffer.compare(own.bytes, there.bytes) !== 0
}

/**
 * The path of an upload that has never been in the content root: by its file name, with a number if another image has that
 * path. Undefined if the file name cannot be part of a path.
 */
export const freePlace = async (
  images: Images,
  shown: { upload: Upload; file: UploadFile },
): Promise<string | undefined> => {
  const { places, rows } = images
  const given = taken.get(images) ?? new Set<string>()
  taken.set(images, given)
  const { ext, name } = path.parse(shown.file.filename)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const place = places.newPath(tries === 0 ? name + ext : `${name}-${tries}${ext}`)
    if (place === undefined) return undefined
    const key = collisionKey(place)
    const isTaken = given.has(key) || (await rows.byPaths([place])).length > 0
    if (isTaken || (await isOther(images, place, shown))) continue
    given.add(key)
    return place
  }
  return undefined
}
