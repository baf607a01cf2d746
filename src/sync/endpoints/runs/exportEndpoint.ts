import { join } from 'node:path'

import type { Endpoint, PayloadRequest } from 'payload'

import { type FileToZip, zipOf } from '../../../files/zipOf.ts'
import { readBinaryFile } from '../../../files/readBinaryFile.ts'
import { temporaryFolder } from '../../../files/upload/receiveFile.ts'
import { walkFiles } from '../../../files/walkFiles.ts'
import { exportedFiles } from '../../export/exportedFiles.ts'
import { exportFiles } from '../../export/exportFiles.ts'
import { bytesOfImage, imagesOfFile } from '../../images/imageFiles.ts'
import { allWithImages, imagesOf } from '../../images/withImages.ts'
import { maxImageBytes as maxBytes } from '../../../images/readUpload.ts'
import type { Mapping } from '../../../mapping/types.ts'
import { scopesWithin } from '../../scope.ts'
import { runEndpoint, type RunEndpointOptions, whoAsks } from './runEndpoint.ts'
import { exportQuery } from './runQuery.ts'
import { withoutWaiting } from './withoutWaiting.ts'

type Files = AsyncGenerator<FileToZip, void, undefined>

/** A response with the zip of some files. */
export const zipResponse = (files: Files): Response =>
  new Response(zipOf(files), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="content.zip"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })

async function* imagesIn(mapping: Mapping, text: string, written: Set<string>): Files {
  const images = imagesOf(mapping)
  for (const { image } of images ? imagesOfFile(images, text) : []) {
    if (!images || written.has(image.path)) continue
    written.add(image.path)
    const read = await bytesOfImage(images, image)
    if ('bytes' in read) yield { path: image.path, content: read.bytes }
    else images.payload.logger.warn({ path: image.path }, `An image is not in the download. ${read.reason}`)
  }
}

async function* filesNow(
  { payload }: PayloadRequest,
  scoped: Awaited<ReturnType<typeof scopesWithin>>,
  drafts: boolean,
): Files {
  const written = new Set<string>()
  for (const { mapping, scope } of allWithImages(payload, scoped)) {
    for await (const file of exportedFiles(payload, mapping, { drafts, within: scope.where })) {
      if ('problem' in file) payload.logger.warn({ problem: file.problem }, 'A file is not in the download.')
      else if (!written.has(file.path)) {
        written.add(file.path)
        yield { path: file.path, content: file.text }
        yield* imagesIn(mapping, file.text, written)
      }
    }
  }
}

/** The files under a folder for a zip. Calls `remove` at the end, however it comes. */
export async function* filesIn(folder: string, remove: () => Promise<void> = async () => {}): Files {
  try {
    for await (const { kind, path } of walkFiles(folder)) {
      const file = kind === 'file' ? await readBinaryFile(folder, path, { maxBytes }) : undefined
      if (file?.ok) yield { path, content: file.bytes }
    }
  } finally {
    await remove()
  }
}

/**
 * `GET /api/answerbook/export`: a zip of what an export into an empty folder writes, created while it is read. It
 * changes nothing: there is no run in the history, and later imports do not recognize the files as exported.
 */
export const downloadEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'export' }, options, async (req) => {
    const { drafts, within } = exportQuery(req)
    return zipResponse(filesNow(req, await scopesWithin(req.payload, options.mappings, within), drafts))
  })

/**
 * `POST /api/answerbook/export`: the same zip as a recorded export: with a run in the history, and files that later
 * imports recognize, so that an import does not revert what editors have written since.
 */
export const exportEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'export' }, options, async (req) => {
    const asked = exportQuery(req)
    const { path, remove } = await temporaryFolder()
    try {
      const folder = join(path, 'download')
      const { payload } = req
      const { mappings } = options
      await withoutWaiting((run) =>
        exportFiles({ ...asked, ...run, ...whoAsks(req), payload, mappings, folder, trigger: 'admin' }),
      )
      return zipResponse(filesIn(folder, remove))
    } catch (error) {
      await remove()
      throw error
    }
  })
