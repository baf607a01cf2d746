import { isRecord } from '../../documents/documents.ts'
import type { Upload, UploadFile } from '../../images/uploads.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { candidatesIn } from '../../mapping/images/candidates.ts'
import { decoded } from '../../mapping/images/imagePlaces.ts'
import { markdownFields } from '../../mapping/images/imageAddresses.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { ImageRow } from '../records/imageRows.ts'
import { freePlace } from './freePlace.ts'
import { type Images, imagesOf } from './withImages.ts'

/** Texts of files, and documents or drafts as stored, that are about to be read or written. */
export type TextsWithImages = {
  files?: readonly (string | undefined)[]
  documents?: readonly unknown[]
}

export type LookUpOptions = {
  /** Also give uploads that have never been in the content root a place there. Default: false. */
  isExport?: boolean
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  // A localized field has a value for each locale.
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : []
}

const note = ({ table }: Images, row: ImageRow): void =>
  table.set({ path: row.path, url: row.url, upload: row.upload, row })

const lookUpInFiles = async (
  images: Images,
  texts: readonly string[],
  { isExport = false }: LookUpOptions,
): Promise<void> => {
  const { loaded, places, rows, table, uploads } = images
  const paths = new Set<string>()
  for (const text of texts)
    for (const { address } of candidatesIn(text, places.start)) {
      const path = places.pathOf(address)
      if (path !== undefined && !table.get(path)) paths.add(path)
    }
  const found = await rows.byPaths([...paths])
  for (const row of found) note(images, row)
  if (!isExport) return
  for (const upload of await uploads.byIds([...new Set(found.map((row) => row.upload))]))
    loaded.set(String(upload.id), upload)
}

const shownFiles = (
  uploads: readonly Upload[],
  filenames: ReadonlySet<string>,
): { upload: Upload; file: UploadFile }[] =>
  uploads.flatMap((upload) =>
    upload.files.flatMap((file) => (filenames.has(file.filename) ? [{ upload, file }] : [])),
  )

const lookUpInDocuments = async (
  images: Images,
  texts: readonly string[],
  { isExport = false }: LookUpOptions,
): Promise<void> => {
  const { rows, table, uploads, uploadStart } = images
  const filenames = new Set<string>()
  for (const text of texts)
    for (const { address } of candidatesIn(text, uploadStart))
      if (table.at(address).length === 0) filenames.add(decoded(address.slice(uploadStart.length)))
  if (filenames.size === 0) return
  const found = await uploads.byFilenames([...filenames])
  for (const row of await rows.byUploads(found.map(({ id }) => String(id)))) note(images, row)
  if (!isExport) return
  for (const upload of found) images.loaded.set(String(upload.id), upload)
  for (const shown of shownFiles(found, filenames)) {
    if (table.at(shown.file.url).length > 0) continue
    const path = await freePlace(images, shown)
    if (path !== undefined) table.set({ path, url: shown.file.url, upload: String(shown.upload.id) })
  }
}

/**
 * Looks up the images that texts may show, so that a mapping of `withImages` can replace their addresses. Costs nothing
 * for texts without images.
 */
export const lookUpImages = async (
  mapping: Mapping,
  { documents = [], files = [] }: TextsWithImages,
  options: LookUpOptions = {},
): Promise<void> => {
  const images = imagesOf(mapping)
  if (!images) return
  await lookUpInFiles(
    images,
    files.flatMap((text) => text ?? []),
    options,
  )
  const fields = markdownFields(mapping)
  const texts = documents.flatMap((document) =>
    isRecord(document) ? fields.flatMap((field) => textsIn(documentValue(document, field))) : [],
  )
  await lookUpInDocuments(images, texts, options)
}
