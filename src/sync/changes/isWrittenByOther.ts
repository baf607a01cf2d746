import type { Payload, Where } from 'payload'

import { gapsOf } from '../../mapping/filePath.ts'
import { gapValue, isLocale } from '../../mapping/gaps.ts'
import type { Mapping } from '../../mapping/types.ts'
import { exportedFiles } from '../export/exportedFiles.ts'

/** Whether an export writes a file of another document at a path. */
export const isWrittenByOther = async (
  payload: Payload,
  mapping: Mapping,
  path: string,
  document: string,
): Promise<boolean> => {
  const conditions = Object.entries(gapsOf(mapping, path) ?? {}).flatMap(([name, text]): Where[] => {
    const value = gapValue(mapping, name, text)
    const isPlain = !name.includes('.') && !isLocale(mapping, name) && value === text
    return isPlain ? [{ [name]: { equals: text } }] : []
  })
  if (conditions.length === 0) return false
  for await (const file of exportedFiles(payload, mapping, { within: { and: conditions } }))
    if ('path' in file && file.path === path && String(file.document) !== document) return true
  return false
}
