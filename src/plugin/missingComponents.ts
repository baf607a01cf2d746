import type { Payload } from 'payload'

import { isRecord } from '../documents/documents.ts'
import { readImportMap } from '../files/readImportMap.ts'

const ours = /^answerbook\/(client|rsc)#\w+$/

/** The components of ours that a config names, wherever it does. */
const namedComponents = (config: unknown): Set<string> => {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const waiting: unknown[] = [config]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string' && ours.test(value)) found.add(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (Array.isArray(value) || isRecord(value))
      waiting.push(...Object.values(value).filter((part) => part !== undefined))
  }
  return found
}

/**
 * The components of ours that the admin of an app cannot show, since its import map does not have them; none where there is
 * no import map to look at.
 */
export const missingComponents = async (payload: Payload): Promise<string[]> => {
  const { admin } = payload.config
  const { baseDir, importMapFile } = admin.importMap
  const known = Object.keys(payload.importMap ?? {})
  const roots = [process.cwd(), baseDir].filter((root) => root !== undefined)
  const text =
    known.length > 0
      ? JSON.stringify(known)
      : await readImportMap(payload.config.routes.admin, { file: importMapFile, roots })
  return text === undefined
    ? []
    : [...namedComponents(payload.config)].filter((name) => !text.includes(`"${name}"`))
}
