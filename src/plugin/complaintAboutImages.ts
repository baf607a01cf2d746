import type { CollectionConfig } from 'payload'

import { complaintAboutPlaces } from '../mapping/images/imagePlaces.ts'
import { markdownFields } from '../mapping/images/imageAddresses.ts'
import type { Mapping } from '../mapping/types.ts'

/** Why the option `images` of a mapping cannot work; undefined if it can, or if the mapping does not have it. */
export const complaintAboutImages = (
  mapping: Mapping,
  collections: readonly CollectionConfig[],
): string | undefined => {
  const { images } = mapping
  if (!images) return undefined
  const collection = collections.find(({ slug }) => slug === images.collection)
  if (!collection)
    return `"images.collection" names the collection "${images.collection}", which does not exist`
  if (!collection.upload)
    return `"images.collection" names the collection "${images.collection}", which does not hold uploads`
  if (mapping.collection === images.collection)
    return '"images.collection" names the collection of the mapping itself'
  if (markdownFields(mapping).length === 0)
    return '"images" needs a Markdown text: bind the body, or a key with the codec escapedMarkdown'
  return complaintAboutPlaces(images)
}
