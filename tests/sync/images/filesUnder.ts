import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** All files under a folder with their bytes as base64, by path, in order. */
export const filesUnder = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), readFileSync(file).toString('base64')]),
  )
