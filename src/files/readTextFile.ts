import { createHash } from 'node:crypto'
import type { Problem } from '../problems/problems.ts'
import type { FileStat } from './fileStat.ts'
import { readBinaryFile, refused } from './readBinaryFile.ts'

/**
 * A file's text, the sha-256 of its bytes, their number and the status from before they were read; or why it has none.
 * `missing`: there is no file.
 */
export type ReadFile =
  | { ok: true; text: string; digest: string; bytes: number; stat: FileStat }
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
  const read = await readBinaryFile(root, path, { maxBytes: limits.maxBytes ?? maxFileBytes })
  if (!read.ok) return read
  const { bytes, stat } = read
  const decoded = decodeUtf8(bytes)
  if (decoded.ok) return { ok: true, text: decoded.text, digest: digestOf(bytes), bytes: bytes.length, stat }
  return refused(path, 'invalid-utf8', 'The text is not valid UTF-8 from here on.', decoded)
}

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
