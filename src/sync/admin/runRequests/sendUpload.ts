import { numberIn, textIn } from '../../../admin/readJson.ts'
import { type Answer, answerOf } from '../../../admin/ask.ts'

/** What the server has received, to be imported. */
export type Upload = { id: string; name: string; files?: number; bytes?: number }

/** A file to be sent, with its path in the content folder. */
export type FileToSend = { file: File; path: string }

const isZip = ({ file, path }: FileToSend): boolean => file.type.includes('zip') || /\.zip$/i.test(path)

// A single zip is sent as it is, and its name in the query.
const bodyOf = (files: readonly FileToSend[]): { body: File | FormData; name?: string } => {
  const [first] = files
  if (first && files.length === 1 && isZip(first)) return { body: first.file, name: first.file.name }
  const body = new FormData()
  for (const { file, path } of files) body.append('files', file, path)
  return { body }
}

/** Reads the answer to an upload. */
export const uploadOf = (body: Record<string, unknown>, fallbackName: string): Upload => {
  const files = numberIn(body, 'files')
  const bytes = numberIn(body, 'bytes')
  return {
    id: textIn(body, 'id'),
    name: textIn(body, 'name') || fallbackName,
    ...(files === undefined ? {} : { files }),
    ...(bytes === undefined ? {} : { bytes }),
  }
}

/**
 * Sends a zip, or files with their paths, and reports the share that has been sent, from 0 to 1. An XMLHttpRequest, since
 * fetch does not report it.
 */
export const sendUpload = (
  address: string,
  files: readonly FileToSend[],
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<Answer> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const { body, name } = bodyOf(files)
    const fail = (): void => resolve({ ok: false, status: 0, problem: undefined })
    const query = name === undefined ? '' : `?${new URLSearchParams({ name }).toString()}`
    request.open('POST', `${address}${query}`)
    request.withCredentials = true
    if (name !== undefined) request.setRequestHeader('Content-Type', 'application/zip')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    )
    request.addEventListener('load', () => resolve(answerOf(request.status, request.responseText)))
    request.addEventListener('error', fail)
    request.addEventListener('abort', fail)
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
