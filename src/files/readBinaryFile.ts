import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Problem } from '../problems/problems.ts'
import { errorCode, systemReason, UnsafePathError } from './errors.ts'
import { type FileStat, fileStatOf } from './fileStat.ts'
import { fileProblem, type FileProblemCode } from './fileProblem.ts'
import { resolveInside } from './paths.ts'
import { kindOf } from './statIfThere.ts'

type Refused = { ok: false; missing: boolean; problem: Problem }

/** The bytes of a file and its status from before they were read, or why they are not read. `missing`: there is no file. */
export type ReadBytes = { ok: true; bytes: Uint8Array; stat: FileStat } | Refused

/**
 * Reads a file under a content root, such as an image.
 *
 * @param path Relative to the root, with forward slashes.
 * @param limits `maxBytes`: a larger file is not read.
 * @returns The bytes, or a problem: `unsafe-path`, `not-a-regular-file`, `unreadable-file`, `too-large`.
 * @throws ContentRootError if the root cannot be used.
 */
export const readBinaryFile = async (
  root: string,
  path: string,
  limits: { maxBytes: number },
): Promise<ReadBytes> => {
  let handle: FileHandle | undefined
  try {
    const absolute = await resolveInside(root, path, 'stop')
    if (absolute === undefined) return missing(path)
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
    handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    return await readOpened(handle, path, limits.maxBytes)
  } catch (error) {
    return failed(path, error)
  } finally {
    await handle?.close()
  }
}

const readOpened = async (handle: FileHandle, path: string, maxBytes: number): Promise<ReadBytes> => {
  const found = await handle.stat()
  const stat = fileStatOf(found)
  if (!stat) return refused(path, 'not-a-regular-file', `This is a ${kindOf(found)}.`)
  if (found.size > maxBytes) {
    return refused(path, 'too-large', `The file has ${found.size} bytes; the limit is ${maxBytes}.`)
  }
  const bytes = await readBytes(handle, found.size)
  return bytes === undefined
    ? refused(path, 'unreadable-file', 'The file changed while it was being read.')
    : { ok: true, bytes, stat }
}

/** The bytes of a file that should have `size` of them; undefined if it has fewer or more. */
const readBytes = async (handle: FileHandle, size: number): Promise<Uint8Array | undefined> => {
  // One byte more than expected is requested, so that a file that grew is noticed.
  const buffer = new Uint8Array(size + 1)
  let length = 0
  do {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  } while (length < size)
  return length === size ? buffer.subarray(0, size) : undefined
}

const failed = (path: string, error: unknown): Refused => {
  if (error instanceof UnsafePathError) return refused(path, 'unsafe-path', error.message)
  const code = errorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOENT') return missing(path)
  if (code === 'ELOOP')
    return refused(path, 'not-a-regular-file', 'This is a symbolic link, which is not followed.')
  if (code === 'ENXIO') return refused(path, 'not-a-regular-file', 'This is a socket or a device.')
  return refused(path, 'unreadable-file', `The file could not be read: ${systemReason(error)}.`)
}

/** The result for a file that is not read, with the reason. */
export const refused = (
  path: string,
  code: FileProblemCode,
  message: string,
  position?: { line: number; column: number },
): Refused => ({ ok: false, missing: false, problem: fileProblem(path, code, message, position) })

const missing = (path: string): Refused => ({
  ok: false,
  missing: true,
  problem: fileProblem(path, 'unreadable-file', 'The file does not exist.'),
})
