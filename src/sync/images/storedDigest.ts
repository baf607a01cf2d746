import { digestOf } from '../../files/readTextFile.ts'
import { readUpload } from '../../images/readUpload.ts'
import type { ImageRow } from '../records/imageRows.ts'
import type { FoundUpload } from './contentIndex.ts'
import type { Images } from './withImages.ts'

/**
 * sha-256 of what the CMS holds of a file of an upload, or a sentence that says why it cannot be read. If the upload has not
 * been saved since its record, the file is not read.
 */
export const storedDigest = async (
  { collection, payload }: Images,
  { file, upload }: FoundUpload,
  row?: ImageRow,
): Promise<{ digest: string } | { reason: string }> => {
  if (row && row.storedAt === upload.updatedAt && row.stored !== '') return { digest: row.stored }
  const read = await readUpload(payload, collection, upload, file)
  return 'bytes' in read ? { digest: digestOf(read.bytes) } : read
}
