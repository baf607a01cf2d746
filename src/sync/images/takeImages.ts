import { setImmediate as turn } from 'node:timers/promises'

import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { imagesIn } from '../../markdown/replaceAddresses.ts'
import { addressesOf } from '../../mapping/addressesOf.ts'
import { markdownFields, plainMapping } from '../../mapping/images/imageAddresses.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Lease } from '../records/lease.ts'
import { lookUpImages } from './lookUpImages.ts'
import { type ImageFinding, takeImage } from './takeImage.ts'
import { type Images, imagesOf } from './withImages.ts'

/** A file that is about to be imported. */
type Text = { path: string; text: string }

export type TakeImagesOptions = {
  dryRun: boolean
  /** Checked before each image. */
  lease: Lease | undefined
  /** Called after each image. */
  onImage: () => void
}

type Shown = { place: string; alt: string; line: number; column: number }

/** What was done about an image, by its path, so that each is read once in a run. */
const done = new WeakMap<Images, Map<string, ImageFinding | undefined>>()

const shownIn = (mapping: Mapping, { places }: Images, { path, text }: Text): Shown[] => {
  const parsed = text.includes(places.start) ? parseFrontMatter(text) : undefined
  if (!parsed?.ok) return []
  const plain = plainMapping(mapping)
  const { record } = readFile(plain, path, parsed.frontMatter)
  const alts = new Map<string, string>()
  for (const field of markdownFields(plain)) {
    const value = record.fields[field]
    if (typeof value === 'string' && value.includes(places.start))
      for (const { address, alt } of imagesIn(value)) alts.set(address, alts.get(address) || alt)
  }
  // A link may lead to a page.
  const isWanted = (address: string): boolean => /\.\w+$/.test(places.pathOf(address) ?? '')
  const mayHold = (markdown: string): boolean => markdown.includes(places.start)
  return addressesOf(plain, parsed.frontMatter, record, { isWanted, mayHold }).flatMap(
    ({ address, column, line }) => {
      const place = places.pathOf(address)
      return place === undefined ? [] : [{ place, alt: alts.get(address) ?? '', line, column }]
    },
  )
}

/**
 * Imports the images that files show, before the files themselves are read, so that their texts can refer to the uploads.
 * Returns a warning for each image that is missing or cannot be imported, at its place in the text, which then keeps its
 * address.
 */
export const takeImages = async (
  mapping: Mapping,
  texts: readonly Text[],
  { dryRun, lease, onImage }: TakeImagesOptions,
): Promise<Problem[]> => {
  const images = imagesOf(mapping)
  if (!images) return []
  await lookUpImages(mapping, { files: texts.map(({ text }) => text) })
  const found = done.get(images) ?? new Map<string, ImageFinding | undefined>()
  done.set(images, found)
  const problems: Problem[] = []
  for (const text of texts) {
    // Lets other requests of the process run.
    await turn()
    for (const { alt, column, line, place } of shownIn(mapping, images, text)) {
      if (!found.has(place)) {
        await lease?.assertHeld()
        found.set(place, await takeImage(images, place, { alt, dryRun }))
        onImage()
      }
      const finding = found.get(place)
      if (finding) problems.push({ severity: 'warning', path: text.path, line, column, ...finding })
    }
  }
  return problems
}
