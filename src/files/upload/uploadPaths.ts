import { UploadError } from '../errors.ts'
import { unsafeReason } from '../paths.ts'
import { collisionKey } from '../readFolder.ts'

// The limit of most file systems for a name, and of Linux for a path, less what precedes it.
const maxNameBytes = 255
const maxPathBytes = 3_000

/** The paths of an upload. */
export type UploadPaths = {
  /** @throws UploadError for an unsafe path, for one that is too long, and for one that was sent already. */
  add: (path: string) => void
}

/** Checks the paths of an upload one after the other, before any file is written. */
export const uploadPaths = (): UploadPaths => {
  const files = new Map<string, string>()
  const folders = new Map<string, string>()

  const refuseCollision = (path: string, name: string, other: string | undefined): void => {
    if (other !== undefined && other !== name)
      throw new UploadError(`"${path}" and "${other}" are the same on some file systems. Rename one of them.`)
  }

  return {
    add: (path) => {
      const reason = unsafeReason(path)
      if (reason !== undefined) throw new UploadError(`The path "${path}" was refused: ${reason}.`)
      const segments = path.split('/')
      if (
        segments.some((segment) => Buffer.byteLength(segment) > maxNameBytes) ||
        Buffer.byteLength(path) > maxPathBytes
      )
        throw new UploadError(`The name "${path.slice(0, 60)}…" is too long for a file system.`)
      for (let length = 1; length < segments.length; length += 1) {
        const folder = segments.slice(0, length).join('/')
        const key = collisionKey(folder)
        refuseCollision(path, folder, folders.get(key))
        if (files.has(key)) throw new UploadError(`"${files.get(key)}" is both a file and a folder.`)
        folders.set(key, folder)
      }
      const key = collisionKey(path)
      if (files.get(key) === path) throw new UploadError(`"${path}" was sent twice.`)
      refuseCollision(path, path, files.get(key))
      if (folders.has(key)) throw new UploadError(`"${path}" is both a file and a folder.`)
      files.set(key, path)
    },
  }
}
