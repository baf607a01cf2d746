import { ZipFile } from 'yazl'

export type ZippedFile = { path: string; content?: string | Buffer; mode?: number; compress?: boolean }

/** A zip of some files. */
export const zipped = async (entries: readonly ZippedFile[]): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const { compress = true, content = 'text', mode = 0o100644, path } of entries)
    zip.addBuffer(Buffer.from(content), path, { compress, mode })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
