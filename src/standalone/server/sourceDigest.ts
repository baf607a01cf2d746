import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const sources = ['src', 'collections', 'payload.config.ts', 'package-lock.json']

// Excludes what a build or Payload writes itself, and what only the server runs.
const leftOut = /^src[\\/](cli|standalone[\\/](\.next|next-env\.d\.ts|server))(?=[\\/]|$)/

const filesUnder = async (root: string, name: string): Promise<string[]> => {
  const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  )
  if (entries === undefined) return [name]
  return entries.flatMap((entry) =>
    entry.isFile() ? [path.relative(root, path.join(entry.parentPath, entry.name))] : [],
  )
}

/** A digest of everything that a build of the admin is made from: names and contents of the source files. */
export const sourceDigest = async (root: string): Promise<string> => {
  const names = (await Promise.all(sources.map((name) => filesUnder(root, name)))).flat()
  const hash = createHash('sha256')
  for (const name of names.filter((name) => !leftOut.test(name)).sort()) {
    const text = await readFile(path.join(root, name)).catch(() => '')
    hash.update(`${name}\0${text.length}\0`).update(text)
  }
  return hash.digest('hex')
}
