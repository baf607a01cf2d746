import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { z } from 'zod'

import { errorCode } from '../errors.ts'

/** An upload that imports can use. */
export type Upload = {
  id: string
  /** What was sent: the name of a file, or how many there were. */
  name: string
  files: number
  /** Of all files together, unpacked. */
  bytes: number
}

/** A file or folder of the work folder is removed when nobody has used it for so long, in milliseconds. */
const lifetimes = { uploads: 7 * 24 * 3_600_000, exports: 24 * 3_600_000 }

const about = z.object({ id: z.uuid(), name: z.string(), files: z.number(), bytes: z.number() })

const isId = (id: string): boolean => z.uuid().safeParse(id).success

const unlessMissing = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The folder in which a server keeps uploads for imports, and exports to download, across restarts. Each has a folder of
 * its own, which is removed when it has not been used for a time.
 */
export const workFolder = (root: string) => {
  const place = (kind: keyof typeof lifetimes, id: string): string => path.join(root, kind, id)
  const touch = async (folder: string): Promise<void> => {
    const now = new Date()
    await utimes(folder, now, now)
  }
  return {
    /**
     * Stores an upload: `fill` writes its files into a folder, under any other name than `upload.json`. If it fails, nothing
     * is left.
     */
    addUpload: async (fill: (folder: string) => Promise<Omit<Upload, 'id'>>): Promise<Upload> => {
      const id = randomUUID()
      // Not found by its id until it is complete.
      const partial = place('uploads', `${id}.partial`)
      await mkdir(partial, { recursive: true })
      try {
        const upload = { id, ...(await fill(partial)) }
        await writeFile(path.join(partial, 'upload.json'), JSON.stringify(upload))
        await rename(partial, place('uploads', id))
        return upload
      } catch (error) {
        await rm(partial, { force: true, recursive: true })
        throw error
      }
    },
    /** An upload with its folder, which stays for a further while; undefined if it is not there. */
    findUpload: async (id: string): Promise<(Upload & { folder: string }) | undefined> => {
      if (!isId(id)) return undefined
      const folder = place('uploads', id)
      const text = await unlessMissing(() => readFile(path.join(folder, 'upload.json'), 'utf8'))
      if (text === undefined) return undefined
      await touch(folder)
      return { ...about.parse(JSON.parse(text)), folder }
    },
    /** The folder of an export to download, by the id of its run. Need not exist. */
    exportFolder: (run: string): string => place('exports', run),
    /** Whether an export can be downloaded here. */
    hasExport: async (run: string): Promise<boolean> =>
      /^[\w-]+$/.test(run) && (await unlessMissing(() => stat(place('exports', run)))) !== undefined,
    /** Removes what nobody has used for its time, except for uploads and runs with the given ids. */
    sweep: async (inUse: ReadonlySet<string>, now = Date.now()): Promise<void> => {
      for (const kind of ['uploads', 'exports'] as const) {
        for (const name of (await unlessMissing(() => readdir(path.join(root, kind)))) ?? []) {
          const folder = place(kind, name)
          const found = await unlessMissing(() => stat(folder))
          const isOld = found !== undefined && now - found.mtimeMs > lifetimes[kind]
          if (isOld && !inUse.has(name)) await rm(folder, { force: true, recursive: true })
        }
      }
    },
  }
}

export type WorkFolder = ReturnType<typeof workFolder>
