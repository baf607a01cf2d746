import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import { compareImage, type ImageState, imagesOfFile, unusedImages } from './imageFiles.ts'
import { notExported } from './notExported.ts'
import { imagesOf } from './withImages.ts'

/** How an image in a folder compares with the one that an export would write. */
export type VerifiedImage = { path: string; kind: 'identical' | 'different' | 'missing' }

const kinds = { same: 'identical', outdated: 'different', foreign: 'different', missing: 'missing' } as const

/** Compares the images in a folder with those that an export would write. */
export const verifyImages = (folder: string) => {
  const done = new Map<string, ImageState>()
  return {
    /** The images that the text of a file shows, except those that were compared before. */
    ofFile: async (mapping: Mapping, path: string, text: string): Promise<(VerifiedImage | Problem)[]> => {
      const images = imagesOf(mapping)
      if (!images) return []
      const results: (VerifiedImage | Problem)[] = []
      for (const { image, offset } of imagesOfFile(images, text)) {
        const known = done.get(image.path)
        const state = known ?? (await compareImage(images, folder, image))
        done.set(image.path, state)
        if (state.kind === 'unreadable') results.push(notExported(path, text, offset, state.reason))
        else if (!known) results.push({ path: image.path, kind: kinds[state.kind] })
      }
      return results
    },
    /** Paths of images that the next export would remove. */
    unused: async function* (mapping: Mapping): AsyncGenerator<string, void, undefined> {
      const images = imagesOf(mapping)
      if (!images) return
      for await (const { path } of unusedImages(images, folder, (shown) => done.has(shown))) yield path
    },
  }
}
