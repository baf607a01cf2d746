import { PassThrough, Readable } from 'node:stream'

import { ZipFile } from 'yazl'

/** A file for a zip, by its path in it. */
export type FileToZip = { path: string; content: string | Uint8Array }

/**
 * A zip of files as a stream, made while it is read: of the files, two are held in memory. An error of the files breaks the
 * stream off; a reader that stops ends the files.
 */
export const zipOf = (files: AsyncGenerator<FileToZip, void, undefined>): ReadableStream<Uint8Array> => {
  const zip = new ZipFile()
  const output = new PassThrough()
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  // The next file is asked for when the one before it is written.
  const addNext = async (): Promise<void> => {
    const next = await files.next()
    if (next.done) return zip.end()
    const { content, path } = next.value
    zip.addReadStreamLazy(path, (give) => {
      addNext().then(() => give(null, Readable.from([Buffer.from(content)])), fail)
    })
  }
  zip.on('error', fail)
  zip.outputStream.pipe(output)
  output.once('close', () => void files.return().catch(fail))
  addNext().catch(fail)
  const chunks: AsyncIterator<Uint8Array, undefined> = output[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    // Which destroys the output.
    cancel: async () => {
      await chunks.return?.()
    },
  })
}
