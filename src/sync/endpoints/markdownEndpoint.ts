import type { Endpoint, PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { maySeeFiles, registeredMapping } from '../../documents/registeredOptions.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { exportedFile, type OneExportedFile } from '../export/exportedFile.ts'
import { translate } from '../../translations/translate.ts'
import { refusal } from '../../documents/refusal.ts'

/** The file of a document as an export would write it, for staff who may read the document. */
export const markdownOf = async (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
): Promise<OneExportedFile> => {
  if (!maySeeFiles(req)) return { reason: translate(req, 'answerbook:messages:filesForbidden') }
  const mapping = registeredMapping(req.payload, collection)
  return mapping ? exportedFile(req, mapping, id) : { reason: translate(req, 'answerbook:messages:noFiles') }
}

/**
 * `GET /api/<collection>/:id/markdown`: the document's file as `text/markdown`, with `?download` as an attachment.
 * For staff; 401 and 403 for others, 404 for a document that has no file, with the reason.
 */
export const markdownEndpoint = ({ collection }: Mapping): Omit<Endpoint, 'root'> => ({
  path: '/:id/markdown',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return refusal(translate(req, 'answerbook:messages:signIn'), 401)
    if (!maySeeFiles(req)) return refusal(translate(req, 'answerbook:messages:filesForbidden'), 403)
    const id = req.routeParams?.id
    if (typeof id !== 'string') return refusal(translate(req, 'answerbook:messages:idMissing'), 400)
    const file = await markdownOf(req, collection, id)
    if ('reason' in file) return refusal(file.reason, 404)
    const name = file.path.split('/').at(-1) ?? 'document.md'
    const attachment = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
    return new Response(file.text, {
      headers: {
        'Content-Type': 'text/markdown; charset=utf-8',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
        ...(req.searchParams.has('download') ? { 'Content-Disposition': attachment } : {}),
      },
    })
  },
})
