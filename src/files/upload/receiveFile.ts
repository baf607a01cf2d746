import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { errorCode, UnsafePathError, UploadError } from '../errors.ts'
import { resolveInside } from '../paths.ts'

/** Uploaded data in chunks: a web or Node stream. */
export type Chunks = AsyncIterable<Uint8Array>

/**
 * Writes an uploaded file under a folder, chunk by chunk, creating the folders on the way.
 * @throws UploadError for an unsafe path, one that was sent already, and for more than `maxBytes`.
 */
export const receiveFile = async (
  folder: string,
  path: string,
  content: Chunks,
  maxBytes: number,
): Promise<void> => {
  const limited = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    let bytes = 0
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new UploadError(`"${path}" has more than ${maxBytes} bytes.`)
      yield chunk
    }
  }
  try {
    const file = await resolveInside(folder, path, 'make')
    if (file !== undefined) await pipeline(limited, createWriteStream(file, { flags: 'wx' }))
  } catch (error) {
    if (error instanceof UnsafePathError) throw new UploadError(error.message, { cause: error })
    if (errorCode(error) === 'EEXIST') throw new UploadError(`"${path}" was sent twice.`, { cause: error })
    throw error
  }
}

/** Removes a received file; it need not exist. */
export const removeFile = (file: string): Promise<void> => rm(file, { force: true })

/** Creates a separate folder in the system's folder for temporary files. The caller removes it. */
export const temporaryFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'answerbook-'))
  return { path, remove: () => rm(path, { force: true, recursive: true }) }
}
