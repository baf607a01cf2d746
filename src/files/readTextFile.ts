import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { Problem } from '../problems/problems.ts'
import { errorCode, systemReason, UnsafePathError } from './errors.ts'
import { fileProblem, type FileProblemCode } from './fileProblem.ts'
import { resolveInside } from './paths.ts'
import { kindOf } from './statIfThere.ts'

/** A file's text, the sha-256 of its bytes and their number; or why it has none. `missing`: there is no file. */
export type ReadFile =
  | { ok: true; text: string; digest: string; bytes: number }
  | { ok: false; missing: boolean; problem: Problem }

/** A larger file is not read, unless another limit is given. */
export const maxFileBytes = 1024 * 1024

/**
 * Reads a text file under a content root, keeping its byte order mark and line endings.
 *
 * @param path Relative to the root, with forward slashes.
 * @param limits `maxBytes`: a larger file is not read; default 1 MiB.
 * @returns The text, or a problem: `unsafe-path`, `not-a-regular-file`, `unreadable-file`, `too-large`, `invalid-utf8`.
 * @throws ContentRootError if the root cannot be used.
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
  if (bytes === undefined)
    return refused(path, 'unreadable-file', 'The file changed while it was being read.')
  const decoded = decodeUtf8(bytes)
  if (decoded.ok) return { ok: true, text: decoded.text, digest: digestOf(bytes), bytes: bytes.length }
  return refused(path, 'invalid-utf8', 'The text is not valid UTF-8 from here on.', decoded)
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
  problem: fileProblem(path, 'unreadable-file', 'The file does not exist.'),
})

/** The sha-256 of a text's UTF-8 bytes, or of bytes, in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** A decoded text, or the position of the first invalid byte sequence: line and column from 1. */
export type Decoded = { ok: true; text: string } | { ok: false; line: number; column: number }

/** Decodes bytes as UTF-8, strictly, and keeps a byte order mark as a character. */
export const decodeUtf8 = (bytes: Uint8Array): Decoded => {
  const text = decode(bytes, false)
  if (text !== undefined) return { ok: true, text }
  const lines = textBeforeFault(bytes).split('\n')
  return { ok: false, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

const decode = (bytes: Uint8Array, mayEndInsideCharacter: boolean): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: mayEndInsideCharacter,
    })
  } catch {
    return undefined
  }
}

/** Finds, by binary search, the longest prefix that could continue as valid UTF-8. */
const textBeforeFault = (bytes: Uint8Array): string => {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle
    else good = middle
  }
  return decode(bytes.subarray(0, good), true) ?? ''
}
