import type { Payload, PayloadRequest } from 'payload'

import { uploadStart, withoutHost } from '../../images/cmsAddress.ts'
import { type Upload, uploadsOf } from '../../images/uploads.ts'
import { type ImagePlaces, imagePlaces } from '../../mapping/images/imagePlaces.ts'
import { plainMapping, withImageAddresses } from '../../mapping/images/imageAddresses.ts'
import type { Mapping } from '../../mapping/types.ts'
import { type ImageRows, imageRowsOf } from '../records/imageRows.ts'
import type { Scope } from '../scope.ts'
import { imageTable, type ImageTable } from './imageTable.ts'

/** The images of one mapping in one run or request. */
export type Images = {
  payload: Payload
  /** Slug of the upload collection. */
  collection: string
  /** The content root; absent if only addresses are needed. */
  folder: string | undefined
  places: ImagePlaces
  rows: ImageRows
  table: ImageTable
  uploads: ReturnType<typeof uploadsOf>
  /** Uploads that are about to be exported, by id. */
  loaded: Map<string, Upload>
  /** What addresses of the upload collection begin with. */
  uploadStart: string
}

export type WithImagesOptions = {
  folder?: string
  req?: PayloadRequest
  /** The name of a scope: see `Scope`. Default: all of them. */
  scope?: string
}

const known = new WeakMap<Mapping, Images>()

/** The images of a mapping that `withImages` has returned; undefined for a mapping without images. */
export const imagesOf = (mapping: Mapping): Images | undefined => known.get(mapping)

/**
 * The same mapping for one run or request: texts of documents show images by the addresses of the CMS, and texts of files
 * by those of the site. `lookUpImages` must have seen a text before it is read or written. A mapping without the option
 * `images`, and one that has been returned by this function, is returned unchanged.
 */
export const withImages = (
  payload: Payload,
  mapping: Mapping,
  { folder, req, scope }: WithImagesOptions = {},
): Mapping => {
  if (!mapping.images || known.has(mapping)) return mapping
  const { collection } = mapping.images
  const places = imagePlaces(mapping.images)
  const start = uploadStart(payload, collection)
  const table = imageTable({
    places,
    uploadStart: start,
    withoutHost: (address) => withoutHost(payload, address),
  })
  const result = withImageAddresses(plainMapping(mapping), table.addresses)
  known.set(result, {
    payload,
    collection,
    folder,
    loaded: new Map(),
    places,
    rows: imageRowsOf(payload, { collection, req, scope }),
    table,
    uploads: uploadsOf(payload, collection, req),
    uploadStart: start,
  })
  return result
}

/** The mappings and scopes of a run over a folder, with the images of each. */
export const allWithImages = (
  payload: Payload,
  scoped: readonly { mapping: Mapping; scope: Scope }[],
  folder?: string,
): { mapping: Mapping; scope: Scope }[] =>
  scoped.map(({ mapping, scope }) => ({
    mapping: withImages(payload, mapping, { scope: scope.name, ...(folder === undefined ? {} : { folder }) }),
    scope,
  }))
