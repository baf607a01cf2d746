import { afterMoving } from './exportMarks.ts'
import type { FileRow } from './fileRows.ts'

/**
 * The record that stays at the path of a file that an import has found elsewhere: an export to another folder may have left
 * the file there, and the next one removes it, with the record. Undefined if there is no text that it could have left.
 */
export const formerPlace = (
  { collection, digest, exportedDigests, path }: FileRow,
  scope: string,
): Record<string, unknown> | undefined => {
  const marks = afterMoving(exportedDigests, digest)
  return marks.length === 0 ? undefined : { path, scope, relationTo: collection, exportedDigests: marks }
}
