import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Problem } from '../problems/problems.ts'
import { UnsafePathError } from './UnsafePathError.ts'
import { decodeUtf8 } from './decodeUtf8.ts'
import { digestOf } from './digestOf.ts'
import { errorCode } from './errorCode.ts'
import { fileProblem } from './fileProblem.ts'
import type { FileProblemCode } from './fileProblem.ts'
import { kindOf } from './kindOf.ts'
import { resolveInside } from './resolveInside.ts'
import { systemReason } from './systemReason.ts'

/** A file's text, the sha-256 of its bytes and their number; or why it has none. `missing`: nothing stands there. */
export type ReadFile =
  | { ok: true; text: string; digest: string; bytes: number }
  | { ok: false; missing: boolean; problem: Problem }

/** A larger file is not read, unless another limit is given. */
export const maxFileBytes = 1024 * 1024

/**
 * Reads a text file under a content root, with its byte order mark and line ends as they are.
 *
 * @param path Relative to the root, with forward slashes.
 * @param limits `maxBytes`: a larger file is not read; default 1 MiB.
 * @returns The text, or a problem: `unsafe-path`, `not-a-regular-file`, `unreadable-file`, `too-large`, `invalid-utf8`.
 * @throws ContentRootError when the root cannot be used.
 */
export const readTextFile = async (
  root: string,
  path: string,
  limits: { maxBytes?: number } = {},
): Promise<ReadFile> => {
  let handle: FileHandle | undefined
  try {
    const absolute = await resolveInside(root, path, 'stop')
    if (absolute === undefined) return missing(path)
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
    handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    return await readOpened(handle, path, limits.maxBytes ?? maxFileBytes)
  } catch (error) {
    return failed(path, error)
  } finally {
    await handle?.close()
  }
}

const readOpened = async (handle: FileHandle, path: string, maxBytes: number): Promise<ReadFile> => {
  const found = await handle.stat()
  if (!found.isFile()) return refused(path, 'not-a-regular-file', `This is a ${kindOf(found)}.`)
  if (found.size > maxBytes) {
    return refused(path, 'too-large', `The file has ${found.size} bytes; the limit is ${maxBytes}.`)
  }
  const bytes = await readBytes(handle, found.size)
  if (bytes === undefined) return refused(path, 'unreadable-file', 'The file changed while it was read.')
  const decoded = decodeUtf8(bytes)
  if (decoded.ok) return { ok: true, text: decoded.text, digest: digestOf(bytes), bytes: bytes.length }
  return refused(path, 'invalid-utf8', 'The text is not valid UTF-8 from here on.', decoded)
}

/** The bytes of a file that should have `size` of them; undefined where it turns out to have fewer or more. */
const readBytes = async (handle: FileHandle, size: number): Promise<Uint8Array | undefined> => {
  // One byte more is asked for than should come, so that a file that grew is noticed.
  const buffer = new Uint8Array(size + 1)
  let length = 0
  do {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  } while (length < size)
  return length === size ? buffer.subarray(0, size) : undefined
}

const failed = (path: string, error: unknown): ReadFile => {
  if (error instanceof UnsafePathError) return refused(path, 'unsafe-path', error.message)
  const code = errorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOENT') return missing(path)
  if (code === 'ELOOP')
    return refused(path, 'not-a-regular-file', 'This is a symbolic link, which is not followed.')
  if (code === 'ENXIO') return refused(path, 'not-a-regular-file', 'This is a socket or a device.')
  return refused(path, 'unreadable-file', `The file could not be read: ${systemReason(error)}.`)
}

const refused = (
  path: string,
  code: FileProblemCode,
  message: string,
  position?: { line: number; column: number },
): ReadFile => ({ ok: false, missing: false, problem: fileProblem(path, code, message, position) })

const missing = (path: string): ReadFile => ({
  ok: false,
  missing: true,
  problem: fileProblem(path, 'unreadable-file', 'The file is not there.'),
})
