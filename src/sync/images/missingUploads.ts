import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { imagesOfFile, uploadOf } from './imageFiles.ts'
import { notExported } from './notExported.ts'
import { type Images, imagesOf } from './withImages.ts'

/** Whether the CMS has an image, by its path, so that each is looked up once. */
const known = new WeakMap<Images, Map<string, boolean>>()

/** Warns of the images that the text of a file shows and that the CMS no longer has, each at its place. */
export const missingUploads = async (mapping: Mapping, path: string, text: string): Promise<Problem[]> => {
  const images = imagesOf(mapping)
  if (!images) return []
  const problems: Problem[] = []
  const found = known.get(images) ?? new Map<string, boolean>()
  known.set(images, found)
  for (const { image, offset } of imagesOfFile(images, text)) {
    const has = found.get(image.path) ?? (await uploadOf(images, image)) !== undefined
    found.set(image.path, has)
    images.loaded.delete(image.upload)
    if (!has) problems.push(notExported(path, text, offset, `The CMS has no image ${image.url}.`))
  }
  return problems
}
