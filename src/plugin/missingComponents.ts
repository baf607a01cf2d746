import type { Payload } from 'payload'

import { isRecord } from '../documents/documents.ts'
import { readImportMap } from '../files/readImportMap.ts'

const ours = /^answerbook\/(client|rsc)#\w+$/

/** The plugin's components that a config refers to, anywhere. */
const namedComponents = (config: unknown): Set<string> => {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const waiting: unknown[] = [config]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string' && ours.test(value)) found.add(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const parts: unknown[] = Object.values(value)
    waiting.push(...parts.filter((part) => part !== undefined))
  }
  return found
}

/**
 * The plugin's components that the admin of an app cannot show, since its import map lacks them; empty if there is no
 * import map to check.
 */
export const missingComponents = async (payload: Payload): Promise<string[]> => {
  const { admin, routes } = payload.config
  const { baseDir, importMapFile } = admin.importMap
  // Payload sets it only once the admin has been rendered, despite its type.
  const map: unknown = payload.importMap
  const known = isRecord(map) ? Object.keys(map) : []
  const text =
    known.length > 0
      ? JSON.stringify(known)
      : await readImportMap(routes.admin, { file: importMapFile, roots: [process.cwd(), baseDir] })
  return text === undefined
    ? []
    : [...namedComponents(payload.config)].filter((name) => !text.includes(`"${name}"`))
}
