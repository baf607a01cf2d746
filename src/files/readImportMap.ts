import { readFile } from 'node:fs/promises'
import path from 'node:path'

const folders = ['app/(payload)', 'src/app/(payload)']

/**
 * The text of Payload's import map, as written by its `generate:importmap`: from the file that the config names, or
 * from Payload's default location under one of some folders. Undefined if there is none, as in a server that was
 * bundled as a whole.
 */
export const readImportMap = async (
  adminRoute: string,
  { file, roots }: { file?: string | undefined; roots: readonly string[] },
): Promise<string | undefined> => {
  const usual = roots.flatMap((root) =>
    folders.map((folder) => path.join(root, folder, adminRoute, 'importMap.js')),
  )
  for (const candidate of file === undefined ? usual : [file]) {
    const text = await readFile(candidate, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return undefined
}
