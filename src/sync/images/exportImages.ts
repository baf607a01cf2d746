import { registeredMappings } from '../../documents/registeredOptions.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { removeTextFile } from '../../files/removeTextFile.ts'
import { writeBinaryFile } from '../../files/writeBinaryFile.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { targetChanged, writeFailed } from '../export/targetFolder.ts'
import { afterWriting } from '../records/exportMarks.ts'
import { bytesOfImage, compareImage, type ImageState, imagesOfFile, unusedImages } from './imageFiles.ts'
import type { KnownImage } from './imageTable.ts'
import { notExported } from './notExported.ts'
import { type Images, imagesOf } from './withImages.ts'

/** What an export does with images: counts and paths are those of the export. */
export type ExportOfImages = {
  folder: string
  overwrite: boolean
  counts: { written: number; removed: number; unchanged: number }
  /** Paths that were written or removed. */
  touched: string[]
}

/** Why an image was not written: a sentence, or a problem of its own. */
type Result = string | Problem | undefined

type Compared = Exclude<ImageState, { kind: 'unreadable' }>

const record = async (
  { rows, table }: Images,
  { path, row, upload, url }: KnownImage,
  { state, isWritten }: { state: Compared; isWritten: boolean },
): Promise<void> => {
  const { digest: stored, found, there } = state
  const storedAt = found.upload.updatedAt
  if (row && !isWritten && row.stored === stored && row.storedAt === storedAt) return
  const options = { isBack: true, isDraft: false }
  const marks = isWritten ? afterWriting(row?.marks ?? [], stored, options) : (row?.marks ?? [])
  // A file that was already there is nobody's export.
  const digest = row || isWritten ? row?.digest : there
  const data = { path, upload, url, marks, digest, stored, storedAt }
  const saved = row ? await rows.change({ ...data, id: row.id }) : await rows.add(data)
  table.set({ path, upload, url, row: saved })
}

/** Writes the images that exported texts show, and removes those that earlier exports wrote for texts that are gone. */
export const exportImages = ({ counts, folder, overwrite, touched }: ExportOfImages) => {
  const done = new Map<string, Promise<Result>>()

  const write = async (images: Images, image: KnownImage): Promise<Result> => {
    const state = await compareImage(images, folder, image)
    if (state.kind === 'unreadable') return state.reason
    if (state.kind === 'foreign' && !overwrite) return targetChanged(image.path)
    const isWritten = state.kind !== 'same'
    if (isWritten) {
      const read = await bytesOfImage(images, image)
      if ('reason' in read) return read.reason
      await writeBinaryFile(folder, image.path, read.bytes, { syncFolders: false })
      touched.push(image.path)
      state.digest = digestOf(read.bytes)
    }
    counts[isWritten ? 'written' : 'unchanged'] += 1
    await record(images, image, { state, isWritten })
    return undefined
  }

  const writeOnce = (images: Images, image: KnownImage): Promise<Result> =>
    write(images, image).catch((error: unknown) => writeFailed(image.path, error))

  return {
    /** Writes the images that the text of a file shows. */
    ofFile: async (mapping: Mapping, path: string, text: string): Promise<Problem[]> => {
      const images = imagesOf(mapping)
      if (!images) return []
      const problems: Problem[] = []
      for (const { image, offset } of imagesOfFile(images, text)) {
        const started = done.get(image.path)
        const work = started ?? writeOnce(images, image)
        done.set(image.path, work)
        const result = await work
        if (typeof result === 'string') problems.push(notExported(path, text, offset, result))
        else if (result && !started) problems.push(result)
      }
      return problems
    },
    /**
     * Removes images that earlier exports have written and that no text shows any more. Call it after all files of the
     * mappings; other mappings of the app with images prevent it, since their texts may show the same ones.
     */
    removeUnused: async (exported: readonly { mapping: Mapping }[]): Promise<void> => {
      for (const images of exported.flatMap(({ mapping }) => imagesOf(mapping) ?? [])) {
        if (!coversAll(images, exported)) continue
        for await (const row of unusedImages(images, folder, (path) => done.has(path))) {
          await removeTextFile(folder, row.path, { syncFolders: false })
          await images.rows.remove(row.id)
          touched.push(row.path)
          counts.removed += 1
        }
      }
    },
  }
}

const coversAll = ({ payload }: Images, exported: readonly { mapping: Mapping }[]): boolean =>
  (registeredMappings(payload) ?? []).every(
    ({ collection, images }) => !images || exported.some(({ mapping }) => mapping.collection === collection),
  )
