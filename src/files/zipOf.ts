import { PassThrough, Readable } from 'node:stream'

import { ZipFile } from 'yazl'

/** A file for a zip, by its path in it. */
export type FileToZip = { path: string; content: string | Uint8Array }

/**
 * A zip of files as a stream, created while it is read: only two files at a time are in memory. An error of the files
 * aborts the stream; a reader that stops ends the files.
 */
export const zipOf = (files: AsyncGenerator<FileToZip, void, undefined>): ReadableStream<Uint8Array> => {
  const zip = new ZipFile()
  const output = new PassThrough()
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  // The next file is requested once the previous one is written.
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
    // This destroys the output.
    cancel: async () => {
      await chunks.return?.()
    },
  })
}
