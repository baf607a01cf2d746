import type { Request, RequestHandler, Response } from 'express'

import { maxZipBytes } from '../../files/upload/unzip.ts'

const mebibyte = 1024 * 1024

// These endpoints write a zip to the disk as it arrives, and do not read that of a user who has no access.
const zipsGoTo = ['/api/answerbook/import', '/api/answerbook/uploads']

const limitFor = ({ headers, path }: Request): number => {
  const type = headers['content-type'] ?? ''
  if (/^application\/(zip|x-zip-compressed)\b/i.test(type) && zipsGoTo.includes(path)) return maxZipBytes
  return /^multipart\/form-data\b/i.test(type) ? 20 * mebibyte : mebibyte
}

const refuse = (response: Response, limit: number): void => {
  const message = `The request is larger than ${limit / mebibyte} MB.`
  response
    .status(413)
    .set('connection', 'close')
    .json({ errors: [{ message }] })
}

/**
 * Rejects bodies that are too large: 20 MB for uploads, 1 MB for everything else except zips to import. Payload reads a
 * body as a whole, so one without a length is counted as it arrives. The body is left for Payload and Next to read.
 */
export const limitBodies = (): RequestHandler => (request, response, next) => {
  const limit = limitFor(request)
  if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(response, limit)
  if (request.headers['transfer-encoding'] === undefined) return next()
  const push = request.push.bind(request)
  let received = 0
  // Listening to `data` would start the stream before its reader is attached.
  request.push = (chunk: unknown, encoding) => {
    received += Buffer.isBuffer(chunk) ? chunk.length : 0
    if (received <= limit) return push(chunk, encoding)
    request.push = () => false
    if (response.headersSent) request.destroy()
    else {
      response.once('finish', () => request.destroy())
      refuse(response, limit)
    }
    return false
  }
  next()
}
