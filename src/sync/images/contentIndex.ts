import type { DocumentId } from '../../documents/documents.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { readUpload } from '../../images/readUpload.ts'
import type { Upload, UploadFile } from '../../images/uploads.ts'
import type { Images } from './withImages.ts'

type Known = { upload: string; url: string }

type Index = { byDigest: Map<string, Known>; bySize: Map<number, DocumentId[]> }

/** An upload, and the one of its files that has the content. */
export type FoundUpload = { upload: Upload; file: UploadFile }

const indexes = new WeakMap<Images, Promise<Index>>()

const build = async ({ rows, uploads }: Images): Promise<Index> => {
  const byDigest = new Map<string, Known>()
  for await (const page of rows.pages())
    for (const { digest, stored, upload, url } of page)
      for (const one of [digest, stored]) if (one !== undefined) byDigest.set(one, { upload, url })
  return { byDigest, bySize: await uploads.bySize() }
}

const indexOf = (images: Images): Promise<Index> => {
  const index = indexes.get(images) ?? build(images)
  indexes.set(images, index)
  return index
}

/** Adds an upload that was created from some bytes. */
export const indexUpload = async (
  images: Images,
  { file, upload }: FoundUpload,
  bytes: Uint8Array,
): Promise<void> => {
  const { byDigest } = await indexOf(images)
  byDigest.set(digestOf(bytes), { upload: String(upload.id), url: file.url })
}

/**
 * Finds the upload with some bytes: one that was made from them, or one whose original has them. The first call of a run
 * reads the file records and the sizes of all uploads.
 */
export const findByContent = async (images: Images, bytes: Uint8Array): Promise<FoundUpload | undefined> => {
  const { collection, payload, uploads } = images
  const { byDigest, bySize } = await indexOf(images)
  const digest = digestOf(bytes)
  const known = byDigest.get(digest)
  const [made] = known === undefined ? [] : await uploads.byIds([known.upload])
  const file = made?.files.find(({ url }) => url === known?.url)
  // Its file may have been replaced since.
  if (made && file && (await hasContent(images, { upload: made, file }, known))) return { upload: made, file }
  for (const upload of await uploads.byIds(bySize.get(bytes.length) ?? [])) {
    const [original] = upload.files
    const read = original && (await readUpload(payload, collection, upload, original))
    if (original && read && 'bytes' in read && digestOf(read.bytes) === digest)
      return { upload, file: original }
  }
  return undefined
}

// A collection may convert images, so the content at the time of the record counts.
const hasContent = async (
  { collection, payload, rows }: Images,
  { file, upload }: FoundUpload,
  known: Known | undefined,
): Promise<boolean> => {
  const row = (await rows.byUploads([String(upload.id)])).find(({ url }) => url === known?.url)
  if (!row || row.storedAt === upload.updatedAt) return true
  const read = await readUpload(payload, collection, upload, file)
  return 'bytes' in read && digestOf(read.bytes) === row.stored
}
